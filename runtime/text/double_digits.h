// From a double to decimal digits. The value is 0.DIGITS * 10^point; signs, infinities and NaNs are the caller's.
#pragma once

#include <cstdint>

namespace molt {

struct DoubleDigits {
  int count; // digits written, without trailing zeros; 0: rounded to zero
  int point; // where the decimal point stands among them
};

// At least this much room for roundedDigits(); shortestDigits() needs 20.
inline constexpr int kMaxDoubleDigits = 1100;

// The fewest digits that read back as `value` (finite), the closest of those.
DoubleDigits shortestDigits(double value, char *digits);

enum class DigitsMode {
  kSignificant, // `wanted` digits in all
  kFraction,    // `wanted` digits behind the decimal point (negative: before it)
};

// Exact, then rounded half to even.
DoubleDigits roundedDigits(double value, DigitsMode mode, int wanted, char *digits);

} // namespace molt
