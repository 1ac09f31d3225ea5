// Doubles as text: the forms behind repr(), format() and %.
#pragma once

#include "runtime/text/text_buffer.h"

namespace molt {

enum DoubleTextFlags : unsigned {
  kAddDotZero = 1u << 0,      // 1 -> 1.0
  kAlternate = 1u << 1,       // keep the point and trailing zeros ('#')
  kNoNegativeZero = 1u << 2,  // 'z'
  kAlwaysSign = 1u << 3,
};

// code: 'r' (repr, precision ignored), or e E f F g G with a precision.
void appendDouble(TextBuffer &out, double value, char code, int precision, unsigned flags);
// repr(value)
inline void appendRepr(TextBuffer &out, double value) { appendDouble(out, value, 'r', 0, kAddDotZero); }

} // namespace molt
