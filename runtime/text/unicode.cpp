// Lookups in the generated tables: a three-stage table of flags, runs of equal case distances, special cases.
#include "runtime/text/unicode.h"

namespace molt::unicode {
namespace {

#include "runtime/text/unicode_tables.inc"

static_assert(kAlpha == kIsAlpha && kSpace == kIsSpace && kCased == kIsCased &&
              kIdentifierContinue == kIsIdentifierContinue);

// The last index with table[index] <= code (in the low 24 bits), or -1.
int floorIndex(const uint32_t *table, int count, uint32_t code) {
  int low = 0, high = count;
  while (low < high) {
    int middle = (low + high) / 2;
    if ((table[middle] & 0xFFFFFF) <= code)
      low = middle + 1;
    else
      high = middle;
  }
  return low - 1;
}

template <int N>
bool mapSimple(const uint32_t (&first)[N], const uint16_t (&count)[N], const int32_t (&delta)[N], uint32_t code,
               uint32_t *out) {
  int index = floorIndex(first, N, code);
  if (index < 0)
    return false;
  uint32_t offset = code - (first[index] & 0xFFFFFF), stride = (first[index] >> 24) + 1;
  if (offset % stride || offset / stride >= count[index])
    return false;
  *out = code + delta[index];
  return true;
}

const SpecialCase *findSpecial(uint32_t code) {
  int low = 0, high = sizeof(kSpecialCases) / sizeof(SpecialCase);
  while (low < high) {
    int middle = (low + high) / 2;
    if (kSpecialCases[middle].code == code)
      return &kSpecialCases[middle];
    if (kSpecialCases[middle].code < code)
      low = middle + 1;
    else
      high = middle;
  }
  return nullptr;
}

} // namespace

uint16_t flags(uint32_t code) {
  if (code >= 0x110000)
    return 0;
  unsigned node = kTop[code >> (kLowBits + kMiddleBits)];
  unsigned leaf = kNodes[node << kMiddleBits | (code >> kLowBits & ((1 << kMiddleBits) - 1))];
  return kRecords[kLeaves[leaf << kLowBits | (code & ((1 << kLowBits) - 1))]];
}

int decimalValue(uint32_t code) {
  if (code < 128)
    return code - '0' < 10u ? static_cast<int>(code - '0') : -1;
  int index = floorIndex(kDecimalZeros, sizeof(kDecimalZeros) / sizeof(uint32_t), code);
  uint32_t value = code - kDecimalZeros[index < 0 ? 0 : index];
  return index >= 0 && value < 10 ? static_cast<int>(value) : -1;
}

int mapCase(uint32_t code, CaseForm form, uint32_t out[3]) {
  out[0] = code;
  if (code < 128) {
    bool toLower = form == CaseForm::kLower || form == CaseForm::kFold;
    if (toLower ? code - 'A' < 26u : code - 'a' < 26u)
      out[0] = code ^ 0x20;
    return 1;
  }
  if (const SpecialCase *special = findSpecial(code)) {
    unsigned where = special->forms[static_cast<int>(form)];
    for (unsigned i = 0; i < (where & 3); ++i)
      out[i] = kSpecialPool[(where >> 2) + i];
    return where & 3;
  }
  if (form == CaseForm::kTitle && mapSimple(kTitleOnlyFirst, kTitleOnlyCount, kTitleOnlyDelta, code, out))
    return 1;
  if (form == CaseForm::kFold && mapSimple(kFoldOnlyFirst, kFoldOnlyCount, kFoldOnlyDelta, code, out))
    return 1;
  if (form == CaseForm::kLower || form == CaseForm::kFold)
    mapSimple(kLowerFirst, kLowerCount, kLowerDelta, code, out);
  else
    mapSimple(kUpperFirst, kUpperCount, kUpperDelta, code, out);
  return 1;
}

} // namespace molt::unicode
