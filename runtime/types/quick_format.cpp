// Plain numbers in plain widths. A double is an integer times a power of two, so with few places it is rounded exactly in
// 128 bits, half to even as CPython does.
#include "runtime/types/quick_format.h"

#include "runtime/types/str.h"

#include <bit>

namespace molt {

namespace {

using Wide = unsigned __int128;

struct PlainSpec {
  bool zeros = false;
  uint32_t width = 0;
  int32_t precision = -1;
  char type = 0;
};

constexpr uint32_t kMostWidth = 60;
constexpr int32_t kMostPlaces = 6;

// Up to two digits; false: more.
bool readDigits(const char *&at, const char *end, uint32_t *number) {
  const char *start = at;
  while (at < end && *at >= '0' && *at <= '9')
    *number = *number * 10 + static_cast<uint32_t>(*at++ - '0');
  return at - start <= 2;
}

bool parse(Borrowed<Str> text, PlainSpec *spec) {
  const char *at = text->data(), *end = at + text->size;
  if (text->size > 8)
    return false;
  if (at < end && *at == '0') {
    spec->zeros = true;
    ++at;
  }
  if (!readDigits(at, end, &spec->width) || spec->width > kMostWidth)
    return false;
  if (at < end && *at == '.') {
    uint32_t places = 0;
    const char *start = ++at;
    if (!readDigits(at, end, &places) || at == start)
      return false;
    spec->precision = static_cast<int32_t>(places);
  }
  if (at < end)
    spec->type = *at++;
  return at == end;
}

// Text that grows to the left.
class Digits {
  char buffer_[128];
  char *start_ = buffer_ + sizeof buffer_;

public:
  void put(char digit) { *--start_ = digit; }
  uint32_t size() const { return static_cast<uint32_t>(buffer_ + sizeof buffer_ - start_); }
  void putDecimal(uint64_t number) {
    do
      put(static_cast<char>('0' + number % 10));
    while (number /= 10);
  }
  void putHex(uint64_t number) {
    do
      put("0123456789abcdef"[number & 15]);
    while (number >>= 4);
  }
  Owned<Str> finish(bool negative, const PlainSpec &spec) {
    while (spec.zeros && size() + negative < spec.width)
      put('0');
    if (negative)
      put('-');
    while (size() < spec.width)
      put(' ');
    return makeAsciiStr(start_, size());
  }
};

Owned<Str> formatInt(int64_t number, const PlainSpec &spec) {
  if (spec.precision >= 0 || (spec.type && spec.type != 'd' && spec.type != 'x'))
    return {};
  Digits digits;
  auto size = static_cast<uint64_t>(number < 0 ? -number : number);
  if (spec.type == 'x')
    digits.putHex(size);
  else
    digits.putDecimal(size);
  return digits.finish(number < 0, spec);
}

// |number| * 10**places, rounded; false: too large for here.
bool scale(double number, int32_t places, uint64_t *scaled) {
  constexpr uint32_t kPowers[] = {1, 10, 100, 1000, 10000, 100000, 1000000};
  uint64_t bits = std::bit_cast<uint64_t>(number), fraction = bits & ((uint64_t{1} << 52) - 1);
  int32_t exponent = static_cast<int32_t>(bits >> 52 & 0x7FF);
  if (exponent == 0x7FF) // infinite, or no number
    return false;
  int32_t shift = exponent ? exponent - 1075 : -1074;
  Wide exact = Wide{exponent ? fraction | uint64_t{1} << 52 : fraction} * kPowers[places];
  if (shift > 10)
    return false;
  if (shift >= 0)
    exact <<= shift;
  else if (shift < -127) // below a half: the product has at most 73 bits
    exact = 0;
  else {
    Wide rest = exact & ((Wide{1} << -shift) - 1), half = Wide{1} << (-shift - 1);
    exact >>= -shift;
    if (rest > half || (rest == half && (exact & 1)))
      ++exact;
  }
  *scaled = static_cast<uint64_t>(exact);
  return exact >> 63 == 0;
}

Owned<Str> formatDouble(double number, const PlainSpec &spec) {
  int32_t places = spec.precision < 0 ? kMostPlaces : spec.precision;
  uint64_t scaled;
  if (spec.type != 'f' || places > kMostPlaces || !scale(number, places, &scaled))
    return {};
  Digits digits;
  for (int32_t i = 0; i < places; ++i, scaled /= 10)
    digits.put(static_cast<char>('0' + scaled % 10));
  if (places)
    digits.put('.');
  digits.putDecimal(scaled);
  return digits.finish(std::bit_cast<uint64_t>(number) >> 63, spec);
}

} // namespace

Owned<Str> formatQuickly(Value value, Borrowed<Str> text) {
  PlainSpec spec;
  if (!(value.isInlineInt() || value.isDouble()) || !parse(text, &spec))
    return {};
  return value.isDouble() ? formatDouble(value.asDouble(), spec) : formatInt(value.asInlineInt(), spec);
}

} // namespace molt
