// The layout rules are those of CPython: exponent form from 1e16 on and below 1e-4 for repr, by precision for 'g'.
#include "runtime/text/double_text.h"

#include "runtime/text/double_digits.h"

#include <cmath>
#include <cstring>

namespace molt {
namespace {

DoubleDigits digitsFor(double value, char code, int &precision, char *digits) {
  switch (code) {
  case 'r':
    return shortestDigits(value, digits);
  case 'f':
    return roundedDigits(value, DigitsMode::kFraction, precision, digits);
  case 'e':
    ++precision;
    break;
  default: // 'g'
    if (precision == 0)
      precision = 1;
  }
  return roundedDigits(value, DigitsMode::kSignificant, precision, digits);
}

void appendExponent(TextBuffer &out, int exponent, bool upper) {
  out.append(upper ? 'E' : 'e');
  out.append(exponent < 0 ? '-' : '+');
  exponent = exponent < 0 ? -exponent : exponent;
  if (exponent < 10)
    out.append('0');
  out.appendInt(exponent);
}

} // namespace

void appendDouble(TextBuffer &out, double value, char code, int precision, unsigned flags) {
  bool upper = code >= 'A' && code <= 'Z';
  if (upper)
    code = static_cast<char>(code + 32);
  bool negative = std::signbit(value);
  if (!std::isfinite(value)) {
    bool isNan = std::isnan(value);
    if (negative && !isNan)
      out.append('-');
    else if (flags & kAlwaysSign)
      out.append('+');
    out.append(isNan ? (upper ? "NAN" : "nan") : (upper ? "INF" : "inf"));
    return;
  }
  char digits[kMaxDoubleDigits];
  auto [count, point] = digitsFor(std::fabs(value), code, precision, digits);
  if (count == 0 || digits[0] == '0') {
    count = 0;
    point = code == 'f' && value != 0 ? -precision : 1;
    if ((flags & kNoNegativeZero))
      negative = false;
  }
  int end = count; // digits to show
  bool useExponent = false;
  switch (code) {
  case 'e':
    useExponent = true;
    end = precision;
    break;
  case 'f':
    end = point + precision;
    break;
  case 'g':
    useExponent = point <= -4 || point > precision - (flags & kAddDotZero ? 1 : 0);
    if (flags & kAlternate)
      end = precision;
    break;
  default:
    useExponent = point <= -4 || point > 16;
  }
  int exponent = 0;
  if (useExponent) {
    exponent = point - 1;
    point = 1;
  }
  if (!useExponent && (flags & kAddDotZero))
    end = end > point ? end : point + 1;
  else
    end = end > point ? end : point;
  if (negative)
    out.append('-');
  else if (flags & kAlwaysSign)
    out.append('+');
  for (int i = point <= 0 ? point - 1 : 0; i < end; ++i) {
    if (i == point)
      out.append('.');
    out.append(i >= 0 && i < count ? digits[i] : '0');
  }
  if (end == point && (flags & kAlternate))
    out.append('.');
  if (useExponent)
    appendExponent(out, exponent, upper);
}

} // namespace molt
