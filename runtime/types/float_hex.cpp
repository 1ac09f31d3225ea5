// float.hex() and float.fromhex().
#include "runtime/core/call.h"
#include "runtime/types/float.gen.h"
#include "runtime/types/float.h"
#include "runtime/types/str.h"

#include <climits>

namespace molt {

Result<Owned<Str>> float_hex(Borrowed<> self) {
  double number = doubleValue(self);
  TextBuffer text;
  if (!std::isfinite(number))
    return doubleToStr(number);
  if (std::signbit(number))
    text.append('-');
  if (number == 0) {
    text.append("0x0.0p+0");
    return makeAsciiStr(text.data(), text.size());
  }
  int exponent;
  double fraction = std::frexp(std::fabs(number), &exponent);
  int shift = 1 - (-1021 - exponent > 0 ? -1021 - exponent : 0);
  fraction = std::ldexp(fraction, shift);
  exponent -= shift;
  auto bits = static_cast<uint64_t>(std::ldexp(fraction, 52));
  text.append("0x");
  text.append(static_cast<char>('0' + (bits >> 52)));
  text.append('.');
  for (int digit = 48; digit >= 0; digit -= 4)
    text.append("0123456789abcdef"[bits >> digit & 15]);
  text.append('p');
  text.append(exponent < 0 ? '-' : '+');
  text.appendInt(exponent < 0 ? -exponent : exponent);
  return makeAsciiStr(text.data(), text.size());
}

namespace {

int hexDigit(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  c = static_cast<char>(c | 0x20);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

Raised invalidHex() { return raise(ValueError, "invalid hexadecimal floating-point string"); }
Raised tooLargeHex() { return raise(OverflowError, "hexadecimal value too large to represent as a float"); }

struct HexText {
  const char *at, *end;
  uint64_t mantissa = 0; // the top 62 bits, the last one standing for all that followed
  int64_t exponent = 0;

  bool digits() {
    bool any = false, point = false;
    for (; at < end; ++at) {
      if (*at == '.' && !point) {
        point = true;
        continue;
      }
      int digit = hexDigit(*at);
      if (digit < 0)
        break;
      any = true;
      if (mantissa >> 58) {
        mantissa |= digit != 0;
        exponent += point ? 0 : 4;
      } else {
        mantissa = mantissa << 4 | static_cast<unsigned>(digit);
        exponent -= point ? 4 : 0;
      }
    }
    return any;
  }
  bool power() {
    if (at >= end || (*at | 0x20) != 'p')
      return true;
    ++at;
    bool negative = at < end && *at == '-', any = false;
    if (at < end && (*at == '-' || *at == '+'))
      ++at;
    int64_t value = 0;
    for (; at < end && *at >= '0' && *at <= '9'; ++at, any = true)
      value = value < (INT64_MAX >> 8) ? value * 10 + (*at - '0') : value;
    exponent += negative ? -value : value;
    return any;
  }
};

Result<double> parseHex(Borrowed<Str> string) {
  const char *at = string->data(), *end = at + string->size;
  while (at < end && isNumberSpace(*at))
    ++at;
  while (at < end && isNumberSpace(end[-1]))
    --end;
  double special;
  const char *letter = at < end && (*at == '-' || *at == '+') ? at + 1 : at;
  if (letter < end && ((*letter | 0x20) == 'i' || (*letter | 0x20) == 'n')) {
    if (parseDouble(at, end, &special) != end)
      return invalidHex();
    return special;
  }
  bool negative = at < end && *at == '-';
  at = letter;
  if (end - at >= 2 && at[0] == '0' && (at[1] | 0x20) == 'x')
    at += 2;
  HexText text{at, end};
  if (!text.digits() || !text.power() || text.at != end)
    return invalidHex();
  double result = 0;
  if (text.mantissa) {
    int64_t top = text.exponent + 64 - __builtin_clzll(text.mantissa); // 2^(top-1) <= value < 2^top
    if (top > 1024 + 8)
      return tooLargeHex();
    if (top < -1080)
      return negative ? -0.0 : 0.0;
    // Round to the bits that the result has, so that ldexp() is exact.
    int keep = top > -1021 ? 53 : static_cast<int>(top + 1074);
    int width = 64 - __builtin_clzll(text.mantissa), drop = width - (keep < 0 ? 0 : keep);
    uint64_t bits = text.mantissa;
    if (drop > 0 && drop < 64) {
      uint64_t half = uint64_t{1} << (drop - 1), mask = (half << 1) - 1, low = bits & mask;
      bits &= ~mask;
      if (low > half || (low == half && (bits >> drop & 1)))
        bits += mask + 1;
    }
    result = std::ldexp(static_cast<double>(bits), static_cast<int>(text.exponent));
    if (std::isinf(result))
      return tooLargeHex();
  }
  return negative ? -result : result;
}

} // namespace

Result<Owned<>> float_fromhex(Borrowed<Type> cls, Borrowed<> string) {
  if (!isStr(string))
    return raise(TypeError, "bad argument type for built-in operation");
  double number = TRY(parseHex(string.as<Str>()));
  if (cls.get() == &molt_type_float)
    return makeFloat(number);
  return call_py(Borrowed<>(Value::fromObject(cls.get())), {makeFloat(number)});
}

} // namespace molt
