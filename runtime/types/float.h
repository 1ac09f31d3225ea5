// float: always inline in a Value. Instances of subclasses are objects.
#pragma once

#include "runtime/core/containers.h"
#include "runtime/core/holds_for.h"
#include "runtime/text/text_buffer.h"

#include <cmath>

namespace molt {

struct FloatObject : Object {
  double number;
};

inline Owned<> makeFloat(double number) { return Owned<>::steal(Value::fromDouble(number)); }
inline bool isFloat(Borrowed<> value) { return value.value().isDouble() || hasTypeFlag(value, kTypeFloat); }
// Precondition: isFloat(value).
inline double doubleValue(Borrowed<> value) {
  return value.value().isDouble() ? value.value().asDouble()
                                  : static_cast<FloatObject *>(value.value().asObject())->number;
}

// Python's % and // of doubles; the divisor is not 0.
double doubleModulo(double left, double right);
double doubleFloorDivide(double left, double right);
// left ** right: a float, or a complex for a negative base and a fractional exponent.
Result<Owned<>> doublePower(double left, double right);
int64_t hashOfDouble(double number); // all NaNs are the same here; objects of float are not
Owned<Str> doubleToStr(double number); // repr()
Result<Owned<>> roundDouble(double number, int64_t digits); // half to even, exactly
// float(text): ValueError "could not convert string to float: 'x'".
Result<double> doubleFromText(const char *text, uint64_t size, Borrowed<> original);
// float(value)
Result<double> doubleFromValue_py(Borrowed<> value);
// Reads a decimal number (with inf and nan) at `text`, as strtod(); the end, or null when there is none.
const char *parseDouble(const char *text, const char *end, double *number);

// Drops underscores between digits, makes digits and spaces of all scripts ASCII. False: an underscore is misplaced.
bool normaliseNumberText(TextBuffer &out, const char *text, uint64_t size);

/// What may stand around a number then: C's white space. What else is space in Unicode has become ' ', if it is not ASCII.
inline bool isNumberSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// The operators on two doubles. Division raises ZeroDivisionError.
Raised raiseFloatDivision(const char *oldText);
inline Result<Owned<>> divideDoubles(double left, double right) {
  if (__builtin_expect(right == 0, 0))
    return raiseFloatDivision("float division by zero");
  return makeFloat(left / right);
}

} // namespace molt
