// int to and from text. Conversions in bases that are no power of two are limited in length as CPython limits them.
#include "runtime/types/int.h"

#include "runtime/core/operators.h"
#include "runtime/text/unicode.h"
#include "runtime/types/bytes.h"
#include "runtime/types/str.h"
#include "runtime/types/text_state.h"

#include <charconv>
#include <cstring>

namespace molt {
namespace {

constexpr int64_t kNeverLimited = 640; // digits
constexpr uint64_t kChunk = 1000000000000000000; // 10^18
constexpr int kChunkDigits = 18;

void appendPowerOfTwo(TextBuffer &out, const IntView &view, int shift) {
  uint64_t count = (view.bitLength() + static_cast<unsigned>(shift) - 1) / static_cast<unsigned>(shift);
  char *text = out.reserve(count);
  out.grow(count);
  uint64_t bit = 0;
  for (uint64_t i = count; i-- > 0; bit += static_cast<unsigned>(shift)) {
    uint64_t digit = view.digits[bit / kDigitBits] >> (bit % kDigitBits);
    if (bit % kDigitBits + static_cast<unsigned>(shift) > kDigitBits && bit / kDigitBits + 1 < view.count)
      digit |= view.digits[bit / kDigitBits + 1] << (kDigitBits - bit % kDigitBits);
    text[i] = "0123456789abcdefghijklmnopqrstuvwxyz"[digit & ((1u << shift) - 1)];
  }
}

// Divides the digits by 10^18 again and again.
void appendDecimal(TextBuffer &out, const IntView &view) {
  uint64_t *rest = allocateArray<uint64_t>(view.count);
  std::memcpy(rest, view.digits, view.count * sizeof(uint64_t));
  uint64_t chunkCapacity = view.count * 61 / 59 + 2, chunkCount = 0;
  uint64_t *chunks = allocateArray<uint64_t>(chunkCapacity);
  for (uint64_t count = view.count; count;) {
    uint64_t carry = 0;
    for (uint64_t i = count; i-- > 0;)
      rest[i] = divideWide(static_cast<unsigned __int128>(carry) << kDigitBits | rest[i], kChunk, &carry);
    chunks[chunkCount++] = carry;
    while (count && rest[count - 1] == 0)
      --count;
  }
  out.appendInt(static_cast<int64_t>(chunks[chunkCount - 1]));
  for (uint64_t i = chunkCount - 1; i-- > 0;) {
    char *text = out.reserve(kChunkDigits);
    uint64_t chunk = chunks[i];
    for (int k = kChunkDigits; k-- > 0; chunk /= 10)
      text[k] = static_cast<char>('0' + chunk % 10);
    out.grow(kChunkDigits);
  }
  releaseArray(rest, view.count);
  releaseArray(chunks, chunkCapacity);
}

int digitValue(char character) {
  if (character >= '0' && character <= '9')
    return character - '0';
  if (character >= 'a' && character <= 'z')
    return character - 'a' + 10;
  if (character >= 'A' && character <= 'Z')
    return character - 'A' + 10;
  return 99;
}

Owned<> fromPowerOfTwo(const char *digits, uint64_t count, int shift) {
  uint64_t capacity = count * static_cast<unsigned>(shift) / kDigitBits + 2;
  Owned<BigInt> big = makeBigInt(capacity);
  uint64_t used = 0;
  unsigned __int128 accumulator = 0;
  unsigned bits = 0;
  for (uint64_t i = count; i-- > 0;) {
    accumulator |= static_cast<unsigned __int128>(digitValue(digits[i])) << bits;
    bits += static_cast<unsigned>(shift);
    if (bits >= kDigitBits) {
      big->digits()[used++] = static_cast<uint64_t>(accumulator) & kDigitMask;
      accumulator >>= kDigitBits;
      bits -= kDigitBits;
    }
  }
  big->digits()[used++] = static_cast<uint64_t>(accumulator);
  return finishBigInt(std::move(big), used, false);
}

} // namespace

int64_t intMaxStrDigits() { return runtime().text ? runtime().text->maxIntDigits : kDefaultMaxIntDigits; }
void setIntMaxStrDigits(int64_t limit) { textState().maxIntDigits = limit; }

Result<void> appendInt(TextBuffer &out, Borrowed<> value, int base) {
  if (value.value().isInlineInt()) {
    out.appendInt(value.value().asInlineInt(), base);
    return {};
  }
  IntView view(value);
  if (view.negative)
    out.append('-');
  if (view.isZero()) {
    out.append('0');
  } else if ((base & (base - 1)) == 0) {
    appendPowerOfTwo(out, view, __builtin_ctz(static_cast<unsigned>(base)));
  } else if (base == 10) {
    int64_t limit = intMaxStrDigits();
    uint64_t start = out.size();
    bool tooLong = limit && static_cast<double>(view.bitLength()) * 0.30102999 > static_cast<double>(limit) + 2;
    if (!tooLong) {
      appendDecimal(out, view);
      tooLong = limit && out.size() - start > static_cast<uint64_t>(limit);
    }
    if (tooLong)
      return raise(ValueError,
                   "Exceeds the limit (%d digits) for integer string conversion; use sys.set_int_max_str_digits() "
                   "to increase the limit",
                   limit);
  }
  return {};
}

Result<Owned<Str>> intToStr(Borrowed<> value) {
  if (value.value().isInlineInt()) {
    char digits[24];
    char *end = std::to_chars(digits, digits + sizeof digits, value.value().asInlineInt()).ptr;
    return makeAsciiStr(digits, static_cast<uint64_t>(end - digits));
  }
  TextBuffer text;
  TRY(appendInt(text, value));
  return makeAsciiStr(text.data(), text.size());
}

// Halves, so that the fast multiplication works.
static Owned<> intFromManyDigits(const char *digits, uint64_t count, int base) {
  uint64_t low = count / 2;
  Owned<> power = intPower(Borrowed<>(Value::fromInt(base)), Borrowed<>(Value::fromInt(static_cast<int64_t>(low))), {}).take();
  Owned<> high = intFromDigits(digits, count - low, base);
  high = intMultiply(high, power);
  return intAdd(high, intFromDigits(digits + (count - low), low, base));
}
WHEN_SAID(set_int_max_str_digits, intFromManyDigits) // else there are at most 4300

Owned<> intFromDigits(const char *digits, uint64_t count, int base) {
  if ((base & (base - 1)) == 0)
    return fromPowerOfTwo(digits, count, __builtin_ctz(static_cast<unsigned>(base)));
  if (count > 2000 && molt_when_set_int_max_str_digits)
    return molt_when_set_int_max_str_digits(digits, count, base);
  uint64_t capacity = count / 10 + 2, used = 0;
  Owned<BigInt> big = makeBigInt(capacity);
  uint64_t *out = big->digits();
  for (uint64_t i = 0; i < count;) {
    uint64_t chunk = 0, scale = 1;
    for (; i < count && scale < (uint64_t{1} << 53); ++i, scale *= static_cast<unsigned>(base))
      chunk = chunk * static_cast<unsigned>(base) + static_cast<unsigned>(digitValue(digits[i]));
    unsigned __int128 carry = chunk;
    for (uint64_t k = 0; k < used; ++k) {
      carry += static_cast<unsigned __int128>(out[k]) * scale;
      out[k] = static_cast<uint64_t>(carry) & kDigitMask;
      carry >>= kDigitBits;
    }
    if (carry)
      out[used++] = static_cast<uint64_t>(carry);
  }
  return finishBigInt(std::move(big), used, false);
}

// The text with digits and spaces of all scripts made ASCII; other characters become '?'.
static void toAsciiDigits(TextBuffer &out, const char *text, uint64_t size) {
  for (const char *at = text, *end = text + size; at < end;) {
    uint32_t code = utf8::decode(at);
    int digit = code < 128 ? -1 : unicode::decimalValue(code);
    if (code < 128)
      out.append(static_cast<char>(code));
    else
      out.append(digit >= 0 ? static_cast<char>('0' + digit) : unicode::is(code, unicode::kIsSpace) ? ' ' : '?');
  }
}

// Null: not a literal.
static Result<Owned<>> parseInt(const char *text, const char *end, int base, bool *valid) {
  *valid = false;
  auto isSpace = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (text < end && isSpace(*text))
    ++text;
  while (text < end && isSpace(end[-1]))
    --end;
  bool negative = text < end && *text == '-', mustBeZero = false;
  if (text < end && (*text == '-' || *text == '+'))
    ++text;
  int prefixBase = 0;
  if (end - text >= 2 && text[0] == '0') {
    char letter = static_cast<char>(text[1] | 0x20);
    prefixBase = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
  }
  if (base == 0) {
    base = prefixBase ? prefixBase : 10;
    mustBeZero = !prefixBase && text < end && *text == '0';
  }
  if (prefixBase && prefixBase == base) {
    text += 2;
    if (text < end && *text == '_')
      ++text;
  }
  TextBuffer digits;
  bool afterDigit = false, zero = true;
  for (; text < end; ++text) {
    if (*text == '_') {
      if (!afterDigit)
        return intFrom(0);
      afterDigit = false;
      continue;
    }
    if (digitValue(*text) >= base)
      return intFrom(0);
    zero &= *text == '0';
    digits.append(*text);
    afterDigit = true;
  }
  if (!afterDigit || (mustBeZero && !zero))
    return intFrom(0);
  int64_t limit = intMaxStrDigits(), count = static_cast<int64_t>(digits.size());
  if ((base & (base - 1)) != 0 && limit && count > limit && count > kNeverLimited) {
    *valid = true;
    return raise(ValueError,
                 "Exceeds the limit (%d digits) for integer string conversion: value has %d digits; use "
                 "sys.set_int_max_str_digits() to increase the limit",
                 limit, count);
  }
  *valid = true;
  Owned<> number = intFromDigits(digits.data(), digits.size(), base);
  return negative ? intNegative(number) : std::move(number);
}

// A number as most are written, with up to 14 digits and nothing around them; null: anything else.
static Value intFromFewDigits(const char *text, uint64_t size) {
  bool negative = size && *text == '-';
  const char *at = text + negative, *end = text + size;
  if (at == end || end - at > 14)
    return {};
  int64_t number = 0;
  for (; at < end; ++at) {
    if (*at < '0' || *at > '9')
      return {};
    number = number * 10 + (*at - '0');
  }
  return Value::fromInt(negative ? -number : number);
}

Result<Owned<>> intFromText(const char *text, uint64_t size, int base, Borrowed<> original) {
  if (base == 10)
    if (Value number = intFromFewDigits(text, size); !number.isNull())
      return Owned<>::steal(number);
  TextBuffer ascii;
  bool valid;
  toAsciiDigits(ascii, text, size);
  Owned<> number = TRY(parseInt(ascii.data(), ascii.data() + ascii.size(), base, &valid));
  if (!valid)
    return raise(ValueError, "invalid literal for int() with base %d: %.200R", base, original);
  return number;
}

static Result<Owned<>> intFromBytesText(const char *text, uint64_t size, int base) {
  bool valid;
  Owned<> number = TRY(parseInt(text, text + size, base, &valid));
  if (valid)
    return number;
  Owned<Bytes> copy = makeBytes(text, size);
  return raise(ValueError, "invalid literal for int() with base %d: %.200R", base, copy);
}

Result<Owned<>> intFromTextValue(Borrowed<> value, int base, bool *isText) {
  *isText = true;
  if (isStr(value))
    return intFromText(value.as<Str>()->data(), value.as<Str>()->size, base, value);
  const char *data;
  uint64_t size;
  if (bytesLike(value, &data, &size))
    return intFromBytesText(data, size, base);
  *isText = false;
  return intFrom(0);
}

Result<Owned<>> intFromValue_py(Borrowed<> value) {
  if (value.value().isInlineInt() || isExactly(value, molt_type_int))
    return Owned<>::retain(value);
  if (value.value().isDouble())
    return doubleToInt(value.value().asDouble());
  const NumberSlots *number = typeOf(value)->number;
  if (number && (number->toInt || number->index)) {
    bool viaInt = number->toInt != nullptr;
    Owned<> result = TRY(viaInt ? number->toInt(value) : number->index(value));
    if (!isInt(result))
      return raise(TypeError, viaInt ? "__int__ returned non-int (type %T)" : "__index__ returned non-int (type %T)",
                   result);
    return intExact(result);
  }
  bool isText;
  Owned<> result = TRY(intFromTextValue(value, 10, &isText));
  if (!isText)
    return raise(TypeError, "int() argument must be a string, a bytes-like object or a real number, not '%T'", value);
  return result;
}

} // namespace molt

extern "C" molt::Owned<> molt_box_int(int64_t number) { return molt::makeInt(number); }

extern "C" molt::Result<molt::Owned<>> molt_make_big_int(const char *digits, uint64_t size) {
  bool negative = size && *digits == '-';
  molt::Owned<> number = molt::intFromDigits(digits + negative, size - negative, 10);
  return negative ? molt::intNegative(number) : std::move(number);
}
