// Plain numbers in plain widths. A double is an integer times a power of two, so with few places it is rounded exactly in
// 128 bits, half to even as CPython does.
#include "runtime/types/quick_format.h"

#include "abi/plain_spec.h"
#include "runtime/types/float.h"
#include "runtime/types/str.h"

#include <bit>
#include <cstring>

namespace molt {

namespace {

using Wide = unsigned __int128;

constexpr char kPairs[] = "00010203040506070809" "10111213141516171819" "20212223242526272829" "30313233343536373839"
                          "40414243444546474849" "50515253545556575859" "60616263646566676869" "70717273747576777879"
                          "80818283848586878889" "90919293949596979899";

// Text that grows to the left.
class Digits {
  char buffer_[128];
  char *start_ = buffer_ + sizeof buffer_;

public:
  void put(char digit) { *--start_ = digit; }
  uint32_t size() const { return static_cast<uint32_t>(buffer_ + sizeof buffer_ - start_); }
  void putPair(uint64_t below100) {
    start_ -= 2;
    std::memcpy(start_, &kPairs[2 * below100], 2);
  }
  void putDecimal(uint64_t number) {
    for (; number >= 100; number /= 100)
      putPair(number % 100);
    if (number >= 10)
      putPair(number);
    else
      put(static_cast<char>('0' + number));
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
  Digits digits;
  uint64_t size = number < 0 ? -static_cast<uint64_t>(number) : static_cast<uint64_t>(number);
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
  int32_t places = spec.precision < 0 ? PlainSpec::kMostPlaces : spec.precision;
  uint64_t scaled;
  if (!scale(number, places, &scaled))
    return {};
  Digits digits;
  int32_t left = places;
  for (; left >= 2; left -= 2, scaled /= 100)
    digits.putPair(scaled % 100);
  if (left) {
    digits.put(static_cast<char>('0' + scaled % 10));
    scaled /= 10;
  }
  if (places)
    digits.put('.');
  digits.putDecimal(scaled);
  return digits.finish(std::bit_cast<uint64_t>(number) >> 63, spec);
}

} // namespace

Owned<Str> formatQuickly(Value value, Borrowed<Str> text) {
  PlainSpec spec;
  if (!(value.isInlineInt() || value.isDouble()) || !PlainSpec::parse(text->data(), text->size, &spec))
    return {};
  if (value.isDouble())
    return spec.suitsFloat() ? formatDouble(value.asDouble(), spec) : Owned<Str>();
  return spec.suitsInt() ? formatInt(value.asInlineInt(), spec) : Owned<Str>();
}

} // namespace molt

using namespace molt;

extern "C" Owned<Str> molt_int_text(int64_t number) {
  Digits digits;
  digits.putDecimal(number < 0 ? -static_cast<uint64_t>(number) : static_cast<uint64_t>(number));
  return digits.finish(number < 0, {});
}
extern "C" Owned<Str> molt_float_text(double number) { return doubleToStr(number); }
extern "C" Owned<Str> molt_format_int(int64_t number, uint32_t layout) {
  return formatInt(number, PlainSpec::unpack(layout));
}
extern "C" Owned<Str> molt_format_float(double number, uint32_t layout, Borrowed<Str> spec) {
  if (Owned<Str> quick = formatDouble(number, PlainSpec::unpack(layout)))
    return quick;
  return formatValue_py(Borrowed<>(Value::fromDouble(number)), spec).take(); // the spec is right for a float
}
