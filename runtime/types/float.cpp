// The type float: slots, conversions and methods. Hexadecimal text is in float_hex.cpp.
#include "runtime/types/float.h"

#include "runtime/core/call.h"
#include "runtime/core/operators.h"
#include "runtime/text/double_digits.h"
#include "runtime/text/double_text.h"
#include "runtime/text/unicode.h"
#include "runtime/types/bytes.h"
#include "runtime/types/complex.h"
#include "runtime/types/float.gen.h"
#include "runtime/types/format_spec.h"
#include "runtime/types/int.h"
#include "runtime/types/str.h"
#include "runtime/types/tuple.h"

#include <bit>
#include <cstdlib>

namespace molt {

Raised raiseFloatDivision(const char *oldText) {
  return raise(ZeroDivisionError, runtime().pythonMinor < 14 ? oldText : "division by zero");
}

double doubleModulo(double left, double right) {
  double rest = std::fmod(left, right);
  if (rest == 0)
    return std::copysign(0.0, right);
  return (rest < 0) != (right < 0) ? rest + right : rest;
}

double doubleFloorDivide(double left, double right) {
  // The rest before its sign is made the divisor's.
  double rest = std::fmod(left, right), quotient = (left - rest) / right;
  if (rest != 0 && (rest < 0) != (right < 0))
    quotient -= 1;
  if (quotient == 0)
    return std::copysign(0.0, left / right);
  double whole = std::floor(quotient);
  return quotient - whole > 0.5 ? whole + 1 : whole;
}

// As errno ERANGE: OverflowError(34, 'Numerical result out of range').
static Raised raiseRange() {
  auto error = call_py(Borrowed<>(Value::fromObject(&OverflowError)), {makeInt(34), "Numerical result out of range"_str});
  return error.raised() ? Raised{} : raiseInstance(error.take());
}

extern "C" double molt_power_float(double left, double right) { return std::pow(left, right); }

Result<Owned<>> doublePower(double left, double right) {
  if (right == 0 || left == 1)
    return makeFloat(1);
  if (std::isnan(left) || std::isnan(right))
    return makeFloat(std::isnan(left) ? left : right);
  if (std::isinf(right) || std::isinf(left))
    return makeFloat(left == -1 ? 1.0 : std::pow(left, right));
  if (left == 0 && right < 0)
    return raise(ZeroDivisionError, runtime().pythonMinor < 14 ? "0.0 cannot be raised to a negative power"
                                                               : "zero to a negative power");
  if (left < 0 && right != std::floor(right))
    return complexPower(left, 0, right, 0);
  double power = std::pow(left, right);
  if (std::isinf(power))
    return raiseRange();
  return makeFloat(power);
}

int64_t hashOfDouble(double number) {
  if (!std::isfinite(number)) {
    if (std::isinf(number))
      return number > 0 ? 314159 : -314159;
    return 0x7FF80000;
  }
  constexpr uint64_t modulus = (uint64_t{1} << 61) - 1;
  int exponent;
  double fraction = std::frexp(std::fabs(number), &exponent);
  uint64_t hash = 0;
  while (fraction != 0) { // 28 bits at a time
    hash = (hash << 28 & modulus) | hash >> (61 - 28);
    fraction *= 268435456.0;
    exponent -= 28;
    auto part = static_cast<uint64_t>(fraction);
    fraction -= static_cast<double>(part);
    hash += part;
    if (hash >= modulus)
      hash -= modulus;
  }
  exponent = exponent >= 0 ? exponent % 61 : 60 - (-1 - exponent) % 61;
  hash = (hash << exponent & modulus) | hash >> (61 - exponent);
  auto signedHash = static_cast<int64_t>(hash);
  signedHash = number < 0 ? -signedHash : signedHash;
  return signedHash == -1 ? -2 : signedHash;
}

Owned<Str> doubleToStr(double number) {
  TextBuffer text;
  appendRepr(text, number);
  return makeAsciiStr(text.data(), text.size());
}

// ---- Text to double -----------------------------------------------------------------------------------

// An ASCII word at `text`, letters in any case; the end when it is there.
static const char *matchWord(const char *text, const char *end, const char *word) {
  for (; *word; ++word, ++text)
    if (text >= end || (*text | 0x20) != *word)
      return nullptr;
  return text;
}

// Decimals of up to 15 digits and small exponents: both factors are exact, so one rounding is right (Clinger, 1990).
static bool readShortDecimal(const char *at, const char *end, double *number) {
  static constexpr double kPowers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                       1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  bool negative = *at == '-';
  at += *at == '-' || *at == '+';
  uint64_t mantissa = 0;
  int digits = 0, exponent = 0;
  bool point = false;
  for (; at < end && (*at | 0x20) != 'e'; ++at) {
    if (*at == '.') {
      point = true;
      continue;
    }
    mantissa = mantissa * 10 + static_cast<unsigned>(*at - '0');
    digits += mantissa != 0;
    exponent -= point;
    if (digits > 15)
      return false;
  }
  if (at < end) {
    ++at;
    bool minus = *at == '-';
    at += *at == '-' || *at == '+';
    int value = 0;
    for (; at < end; ++at) {
      if (value > 99)
        return false;
      value = value * 10 + (*at - '0');
    }
    exponent += minus ? -value : value;
  }
  if (exponent < -22 || exponent > 22)
    return false;
  auto value = static_cast<double>(mantissa);
  value = exponent < 0 ? value / kPowers[-exponent] : value * kPowers[exponent];
  *number = negative ? -value : value;
  return true;
}

const char *parseDouble(const char *text, const char *end, double *number) {
  const char *at = text;
  bool negative = at < end && *at == '-';
  if (at < end && (*at == '-' || *at == '+'))
    ++at;
  if (const char *after = matchWord(at, end, "inf")) {
    *number = negative ? -HUGE_VAL : HUGE_VAL;
    const char *rest = matchWord(after, end, "inity");
    return rest ? rest : after;
  }
  if (const char *after = matchWord(at, end, "nan")) {
    *number = std::copysign(std::nan(""), negative ? -1.0 : 1.0);
    return after;
  }
  auto skipDigits = [&] {
    const char *start = at;
    while (at < end && *at >= '0' && *at <= '9')
      ++at;
    return at != start;
  };
  bool digits = skipDigits();
  if (at < end && *at == '.') {
    ++at;
    digits |= skipDigits();
  }
  if (!digits)
    return nullptr;
  if (at < end && (*at | 0x20) == 'e') {
    const char *mark = at++;
    if (at < end && (*at == '-' || *at == '+'))
      ++at;
    if (!skipDigits())
      at = mark;
  }
  if (readShortDecimal(text, at, number))
    return at;
  // strtod() rounds correctly, and the C locale is never changed; it needs the end marked.
  TextBuffer copy;
  copy.append(text, static_cast<uint64_t>(at - text));
  copy.append('\0');
  *number = std::strtod(copy.data(), nullptr);
  return at;
}

// Trims, drops underscores between digits, and makes digits of all scripts ASCII. False: an underscore is misplaced.
bool normaliseNumberText(TextBuffer &out, const char *text, uint64_t size) {
  const char *end = text + size;
  bool afterDigit = false, afterUnderscore = false;
  for (const char *at = text; at < end;) {
    uint32_t code = utf8::decode(at);
    int digit = unicode::decimalValue(code);
    if (code == '_') {
      if (!afterDigit)
        return false;
      afterUnderscore = true;
      afterDigit = false;
      continue;
    }
    if (afterUnderscore && digit < 0)
      return false;
    afterUnderscore = false;
    afterDigit = digit >= 0;
    out.append(digit >= 0 ? static_cast<char>('0' + digit) : code < 128 ? static_cast<char>(code)
               : unicode::is(code, unicode::kIsSpace) ? ' ' : '?');
  }
  return !afterUnderscore;
}

Result<double> doubleFromText(const char *text, uint64_t size, Borrowed<> original) {
  TextBuffer clean;
  double number = 0;
  if (normaliseNumberText(clean, text, size)) {
    const char *start = clean.data(), *end = start + clean.size();
    while (start < end && isNumberSpace(*start))
      ++start;
    while (start < end && isNumberSpace(end[-1]))
      --end;
    const char *stop = start < end ? parseDouble(start, end, &number) : nullptr;
    if (stop && stop == end)
      return number;
  }
  return raise(ValueError, "could not convert string to float: %R", original);
}

Result<double> doubleFromValue_py(Borrowed<> value) {
  if (value.value().isDouble())
    return value.value().asDouble();
  if (value.value().isInlineInt())
    return static_cast<double>(value.value().asInlineInt());
  if (isStr(value))
    return doubleFromText(value.as<Str>()->data(), value.as<Str>()->size, value);
  const NumberSlots *number = typeOf(value)->number;
  if (number && (number->toFloat || number->index))
    return toDouble_py(value);
  const char *data;
  uint64_t size;
  if (bytesLike(value, &data, &size)) {
    bool ascii = utf8::isAscii(data, size);
    if (!ascii)
      return raise(ValueError, "could not convert string to float: %R", value);
    return doubleFromText(data, size, value);
  }
  return raise(TypeError, "float() argument must be a string or a real number, not '%T'", value);
}

// ---- round() --------------------------------------------------------------------------------------------

Result<Owned<>> roundDouble(double number, int64_t digits) {
  if (!std::isfinite(number) || number == 0 || digits > 323)
    return makeFloat(number);
  if (digits < -308)
    return makeFloat(std::copysign(0.0, number));
  char text[kMaxDoubleDigits];
  auto [count, point] = roundedDigits(std::fabs(number), DigitsMode::kFraction, static_cast<int>(digits), text);
  if (count == 0)
    return makeFloat(std::copysign(0.0, number));
  TextBuffer decimal;
  decimal.append(text, static_cast<uint64_t>(count));
  decimal.append('e');
  decimal.appendInt(point - count);
  decimal.append('\0');
  double rounded = std::strtod(decimal.data(), nullptr);
  if (std::isinf(rounded))
    return raise(OverflowError, "rounded value too large to represent");
  return makeFloat(std::copysign(rounded, number));
}

static double roundHalfEven(double number) {
  double rounded = std::round(number);
  if (std::fabs(number - rounded) == 0.5)
    rounded = 2 * std::round(number / 2);
  return rounded;
}

// ---- Slots ----------------------------------------------------------------------------------------------

namespace {

// The other operand as a double: false when it is no number; OverflowError for a huge int.
Result<bool> operand(Borrowed<> value, double *number) {
  if (isFloat(value)) {
    *number = doubleValue(value);
    return true;
  }
  if (!isInt(value))
    return false;
  *number = TRY(intToDouble(value));
  return true;
}

template <class Operation> Result<Owned<>> onDoubles(Borrowed<> left, Borrowed<> right, Operation operation) {
  double a, b;
  bool leftFits = TRY(operand(left, &a));
  if (!leftFits)
    return ownedNotImplemented();
  bool rightFits = TRY(operand(right, &b));
  if (!rightFits)
    return ownedNotImplemented();
  return operation(a, b);
}

Result<Owned<>> addSlot(Borrowed<> left, Borrowed<> right) {
  return onDoubles(left, right, [](double a, double b) -> Result<Owned<>> { return makeFloat(a + b); });
}
Result<Owned<>> subtractSlot(Borrowed<> left, Borrowed<> right) {
  return onDoubles(left, right, [](double a, double b) -> Result<Owned<>> { return makeFloat(a - b); });
}
Result<Owned<>> multiplySlot(Borrowed<> left, Borrowed<> right) {
  return onDoubles(left, right, [](double a, double b) -> Result<Owned<>> { return makeFloat(a * b); });
}
Result<Owned<>> trueDivideSlot(Borrowed<> left, Borrowed<> right) {
  return onDoubles(left, right, [](double a, double b) -> Result<Owned<>> { return divideDoubles(a, b); });
}
Result<Owned<>> floorDivideSlot(Borrowed<> left, Borrowed<> right) {
  return onDoubles(left, right, [](double a, double b) -> Result<Owned<>> {
    if (b == 0)
      return raiseFloatDivision("float floor division by zero");
    return makeFloat(doubleFloorDivide(a, b));
  });
}
Result<Owned<>> moduloSlot(Borrowed<> left, Borrowed<> right) {
  return onDoubles(left, right, [](double a, double b) -> Result<Owned<>> {
    if (b == 0)
      return raiseFloatDivision(runtime().pythonMinor < 13 ? "float modulo" : "float modulo by zero");
    return makeFloat(doubleModulo(a, b));
  });
}
Result<Owned<>> divmodSlot(Borrowed<> left, Borrowed<> right) {
  return onDoubles(left, right, [](double a, double b) -> Result<Owned<>> {
    if (b == 0)
      return raiseFloatDivision("float divmod()");
    return makePair(makeFloat(doubleFloorDivide(a, b)), makeFloat(doubleModulo(a, b)));
  });
}
Result<Owned<>> powerSlot(Borrowed<> base, Borrowed<> exponent, Borrowed<> modulus) {
  if (!isNone(modulus))
    return raise(TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
  return onDoubles(base, exponent, doublePower);
}
Result<Owned<>> negativeSlot(Borrowed<> self) { return makeFloat(-doubleValue(self)); }
// Also __float__. A float of a subclass becomes a plain one.
Result<Owned<>> positiveSlot(Borrowed<> self) {
  return self.value().isDouble() ? Owned<>::retain(self) : makeFloat(doubleValue(self));
}
Result<Owned<>> absoluteSlot(Borrowed<> self) { return makeFloat(std::fabs(doubleValue(self))); }
Result<Owned<>> toIntSlot(Borrowed<> self) { return doubleToInt(doubleValue(self)); }
Result<bool> truthSlot(Borrowed<> self) { return doubleValue(self) != 0; }
Result<Owned<Str>> reprSlot(Borrowed<> self) { return doubleToStr(doubleValue(self)); }
// A NaN's hash tells those of several identities apart.
Result<int64_t> hashSlot(Borrowed<> self) {
  double number = doubleValue(self);
  return std::isnan(number) ? static_cast<int64_t>(self.value().bits() & INT64_MAX) : hashOfDouble(number);
}

Result<Owned<>> compareSlot(Borrowed<> left, Borrowed<> right, Comparison operation) {
  double a = doubleValue(left);
  if (isFloat(right))
    return ownedBool(holdsFor(a, doubleValue(right), operation));
  if (!isInt(right))
    return ownedNotImplemented();
  if (std::isnan(a))
    return ownedBool(operation == Comparison::kNotEqual);
  return ownedBool(holdsFor<int>(0, compareIntDouble(right, a), operation)); // the order the other way round
}

} // namespace

// ---- Construction and methods ---------------------------------------------------------------------------

Result<Owned<>> float_new(Borrowed<Type> cls, Borrowed<> x) {
  bool exact = cls.get() == &molt_type_float;
  if (exact && x && x.value().isDouble())
    return Owned<>::retain(x);
  double number = TRY(doubleFromValue_py(x));
  if (exact && std::isnan(number))
    return Owned<>::steal(Value::fromNan(++runtime().nextNan, std::signbit(number)));
  if (exact)
    return makeFloat(number);
  Owned<FloatObject> object = allocate<FloatObject>(*cls);
  object->number = number;
  return object;
}
Result<Owned<>> float_from_number(Borrowed<Type> cls, Borrowed<> number) {
  double value = TRY(toDouble_py(number));
  if (cls.get() == &molt_type_float)
    return makeFloat(value);
  return call_py(Borrowed<>(Value::fromObject(cls.get())), {makeFloat(value)});
}

Result<Owned<>> float_conjugate(Borrowed<> self) { return makeFloat(doubleValue(self)); }
Result<Owned<>> float_real(Borrowed<> self) { return makeFloat(doubleValue(self)); }
Result<Owned<>> float_imag(Borrowed<> self) { return makeFloat(0); }
Result<bool> float_is_integer(Borrowed<> self) {
  double number = doubleValue(self);
  return std::isfinite(number) && std::floor(number) == number;
}
Result<Owned<>> float_trunc(Borrowed<> self) { return doubleToInt(doubleValue(self)); }
Result<Owned<>> float_floor(Borrowed<> self) { return doubleToInt(std::floor(doubleValue(self))); }
Result<Owned<>> float_ceil(Borrowed<> self) { return doubleToInt(std::ceil(doubleValue(self))); }
Result<Owned<>> float_getnewargs(Borrowed<> self) {
  Value items[] = {Value::fromDouble(doubleValue(self))};
  return makeTuple(items, 1);
}
Result<Owned<Str>> float_getformat(Borrowed<Type> cls, Borrowed<Str> typestr) {
  if (strEqual(typestr, "double") || strEqual(typestr, "float"))
    return makeStr("IEEE, little-endian");
  return raise(ValueError, "__getformat__() argument 1 must be 'double' or 'float'");
}

Result<Owned<>> float_as_integer_ratio(Borrowed<> self) {
  double number = doubleValue(self);
  if (std::isinf(number))
    return raise(OverflowError, "cannot convert Infinity to integer ratio");
  if (std::isnan(number))
    return raise(ValueError, "cannot convert NaN to integer ratio");
  int exponent;
  double fraction = std::frexp(number, &exponent);
  for (int i = 0; i < 300 && fraction != std::floor(fraction); ++i) {
    fraction *= 2;
    --exponent;
  }
  Owned<> numerator = intFromDouble(fraction), denominator = intFrom(1);
  if (exponent > 0)
    numerator = TRY(intShiftLeft(numerator, static_cast<uint64_t>(exponent)));
  else
    denominator = TRY(intShiftLeft(denominator, static_cast<uint64_t>(-exponent)));
  return makePair(numerator, denominator);
}

Result<Owned<>> float_round(Borrowed<> self, Borrowed<> ndigits) {
  double number = doubleValue(self);
  if (isNone(ndigits))
    return doubleToInt(roundHalfEven(number));
  int64_t digits = TRY(indexClamped_py(ndigits));
  return roundDouble(number, digits);
}

Result<Owned<Str>> float_format(Borrowed<> self, Borrowed<Str> spec) {
  if (spec->size == 0)
    return str_py(self);
  TextBuffer text;
  TRY(formatDouble_spec(text, doubleValue(self), spec, typeName(self)));
  return makeStr(text);
}

static constexpr NumberSlots floatNumber{
    .add = addSlot,
    .subtract = subtractSlot,
    .multiply = multiplySlot,
    .trueDivide = trueDivideSlot,
    .floorDivide = floorDivideSlot,
    .modulo = moduloSlot,
    .divmod = divmodSlot,
    .power = powerSlot,
    .negative = negativeSlot,
    .positive = positiveSlot,
    .absolute = absoluteSlot,
    .toInt = toIntSlot,
    .toFloat = positiveSlot,
};

} // namespace molt

using namespace molt;

TYPE_IDENTITY(float)
extern "C" constinit Type molt_type_float{TypeSpec{
    .name = "float",
    .doc = float_doc,
    .size = sizeof(FloatObject),
    .flags = kTypeBaseAllowed | kTypeFloat,
    .methods = float_methods,
    .getsets = float_getset,
    .repr = reprSlot,
    .hash = hashSlot,
    .compare = compareSlot,
    .newInstance = float_new_slot,
    .truth = truthSlot,
    .number = &floatNumber,
}};
