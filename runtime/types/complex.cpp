// The type complex. Arithmetic with a real operand treats it as real (from 3.14 on), not as having a zero imaginary part.
#include "runtime/types/complex.h"

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/operators.h"
#include "runtime/text/double_text.h"
#include "runtime/types/complex.gen.h"
#include "runtime/types/float.h"
#include "runtime/types/format_spec.h"
#include "runtime/types/int.h"
#include "runtime/types/str.h"
#include "runtime/types/tuple.h"

namespace molt {
namespace {

struct Parts {
  double real, imaginary;
  bool isReal = false; // a float or int
};

Owned<> make(Parts parts) { return makeComplex(parts.real, parts.imaginary); }

// False: no number.
Result<bool> operand(Borrowed<> value, Parts *parts) {
  if (isComplex(value)) {
    auto *complex = static_cast<Complex *>(value.value().asObject());
    *parts = {complex->real, complex->imaginary};
    return true;
  }
  if (!isFloat(value) && !isInt(value))
    return false;
  double number = isFloat(value) ? doubleValue(value) : TRY(intToDouble(value));
  *parts = {number, 0, runtime().pythonMinor >= 14};
  return true;
}

template <class Operation> Result<Owned<>> onParts(Borrowed<> left, Borrowed<> right, Operation operation) {
  Parts a, b;
  bool leftFits = TRY(operand(left, &a));
  if (!leftFits)
    return ownedNotImplemented();
  bool rightFits = TRY(operand(right, &b));
  if (!rightFits)
    return ownedNotImplemented();
  return operation(a, b);
}

Result<Owned<>> addSlot(Borrowed<> left, Borrowed<> right) {
  return onParts(left, right, [](Parts a, Parts b) -> Result<Owned<>> {
    double imaginary = a.isReal ? b.imaginary : b.isReal ? a.imaginary : a.imaginary + b.imaginary;
    return makeComplex(a.real + b.real, imaginary);
  });
}
Result<Owned<>> subtractSlot(Borrowed<> left, Borrowed<> right) {
  return onParts(left, right, [](Parts a, Parts b) -> Result<Owned<>> {
    double imaginary = a.isReal ? -b.imaginary : b.isReal ? a.imaginary : a.imaginary - b.imaginary;
    return makeComplex(a.real - b.real, imaginary);
  });
}

double boxed(double number) { return std::copysign(std::isinf(number) ? 1.0 : 0.0, number); }
void zeroIfNan(double &number) {
  if (std::isnan(number))
    number = std::copysign(0.0, number);
}

// C99's Annex G: a product with an infinite operand stays infinite.
Parts recoverInfinity(Parts a, Parts b, Parts product) {
  bool recalculate = false;
  if (std::isinf(a.real) || std::isinf(a.imaginary)) {
    a.real = boxed(a.real);
    a.imaginary = boxed(a.imaginary);
    zeroIfNan(b.real);
    zeroIfNan(b.imaginary);
    recalculate = true;
  }
  if (std::isinf(b.real) || std::isinf(b.imaginary)) {
    b.real = boxed(b.real);
    b.imaginary = boxed(b.imaginary);
    zeroIfNan(a.real);
    zeroIfNan(a.imaginary);
    recalculate = true;
  }
  if (!recalculate && (std::isinf(a.real * b.real) || std::isinf(a.imaginary * b.imaginary) ||
                       std::isinf(a.real * b.imaginary) || std::isinf(a.imaginary * b.real))) {
    zeroIfNan(a.real);
    zeroIfNan(a.imaginary);
    zeroIfNan(b.real);
    zeroIfNan(b.imaginary);
    recalculate = true;
  }
  if (recalculate)
    return {HUGE_VAL * (a.real * b.real - a.imaginary * b.imaginary),
            HUGE_VAL * (a.real * b.imaginary + a.imaginary * b.real)};
  return product;
}

Parts multiply(Parts a, Parts b) {
  if (a.isReal)
    return {a.real * b.real, a.real * b.imaginary};
  if (b.isReal)
    return {a.real * b.real, a.imaginary * b.real};
  Parts product = {a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real};
  if (runtime().pythonMinor >= 14 && std::isnan(product.real) && std::isnan(product.imaginary))
    return recoverInfinity(a, b, product);
  return product;
}
Result<Owned<>> multiplySlot(Borrowed<> left, Borrowed<> right) {
  return onParts(left, right, [](Parts a, Parts b) -> Result<Owned<>> { return make(multiply(a, b)); });
}

// Smith's algorithm: divides by the larger part first. The divisor is not 0.
Parts divide(Parts a, Parts b) {
  double absReal = std::fabs(b.real), absImaginary = std::fabs(b.imaginary);
  Parts quotient;
  if (absReal >= absImaginary) {
    double ratio = b.imaginary / b.real, denominator = b.real + b.imaginary * ratio;
    quotient = {(a.real + a.imaginary * ratio) / denominator, (a.imaginary - a.real * ratio) / denominator};
  } else if (absImaginary >= absReal) {
    double ratio = b.real / b.imaginary, denominator = b.real * ratio + b.imaginary;
    quotient = {(a.real * ratio + a.imaginary) / denominator, (a.imaginary * ratio - a.real) / denominator};
  } else {
    return {std::nan(""), std::nan("")};
  }
  if (runtime().pythonMinor >= 14 && std::isnan(quotient.real) && std::isnan(quotient.imaginary)) {
    if ((std::isinf(a.real) || std::isinf(a.imaginary)) && std::isfinite(b.real) && std::isfinite(b.imaginary)) {
      double x = boxed(a.real), y = boxed(a.imaginary);
      quotient = {HUGE_VAL * (x * b.real + y * b.imaginary), HUGE_VAL * (y * b.real - x * b.imaginary)};
    } else if ((std::isinf(absReal) || std::isinf(absImaginary)) && std::isfinite(a.real) && std::isfinite(a.imaginary)) {
      double x = boxed(b.real), y = boxed(b.imaginary);
      quotient = {0.0 * (a.real * x + a.imaginary * y), 0.0 * (a.imaginary * x - a.real * y)};
    }
  }
  return quotient;
}
// A real dividend has no imaginary part, not one of zero.
Parts divideReal(double a, Parts b) {
  double absReal = std::fabs(b.real), absImaginary = std::fabs(b.imaginary);
  Parts quotient;
  if (absReal >= absImaginary) {
    double ratio = b.imaginary / b.real, denominator = b.real + b.imaginary * ratio;
    quotient = {a / denominator, -a * ratio / denominator};
  } else if (absImaginary >= absReal) {
    double ratio = b.real / b.imaginary, denominator = b.real * ratio + b.imaginary;
    quotient = {a * ratio / denominator, -a / denominator};
  } else {
    return {std::nan(""), std::nan("")};
  }
  if (std::isnan(quotient.real) && std::isnan(quotient.imaginary) && std::isfinite(a) &&
      (std::isinf(absReal) || std::isinf(absImaginary)))
    quotient = {0.0 * (a * boxed(b.real)), 0.0 * (-a * boxed(b.imaginary))};
  return quotient;
}

Raised complexByZero() {
  return raise(ZeroDivisionError, runtime().pythonMinor < 14 ? "complex division by zero" : "division by zero");
}
Result<Owned<>> trueDivideSlot(Borrowed<> left, Borrowed<> right) {
  return onParts(left, right, [](Parts a, Parts b) -> Result<Owned<>> {
    if (b.real == 0 && b.imaginary == 0)
      return complexByZero();
    if (b.isReal)
      return makeComplex(a.real / b.real, a.imaginary / b.real);
    return make(a.isReal ? divideReal(a.real, b) : divide({a.real, a.imaginary}, b));
  });
}

Raised complexOverflow() { return raise(OverflowError, "complex exponentiation"); }

Parts powerUnsigned(Parts base, int64_t exponent) {
  Parts result = {1, 0}, square = base;
  for (int64_t bit = 1; bit > 0 && exponent >= bit; bit <<= 1) {
    if (exponent & bit)
      result = multiply(result, square);
    square = multiply(square, square);
  }
  return result;
}

Result<Owned<>> powerSlot(Borrowed<> base, Borrowed<> exponent, Borrowed<> modulus) {
  if (!isNone(modulus))
    return raise(ValueError, "complex modulo");
  return onParts(base, exponent,
                 [](Parts a, Parts b) { return complexPower(a.real, a.imaginary, b.real, b.imaginary); });
}

Parts partsOf(Borrowed<> self) {
  auto *complex = static_cast<Complex *>(self.value().asObject());
  return {complex->real, complex->imaginary};
}
Result<Owned<>> negativeSlot(Borrowed<> self) { return makeComplex(-partsOf(self).real, -partsOf(self).imaginary); }
Result<Owned<>> positiveSlot(Borrowed<> self) { return make(partsOf(self)); }
Result<Owned<>> absoluteSlot(Borrowed<> self) {
  Parts parts = partsOf(self);
  double length = std::hypot(parts.real, parts.imaginary);
  if (std::isinf(length) && std::isfinite(parts.real) && std::isfinite(parts.imaginary))
    return raise(OverflowError, "absolute value too large");
  return makeFloat(length);
}
Result<bool> truthSlot(Borrowed<> self) { return partsOf(self).real != 0 || partsOf(self).imaginary != 0; }

Result<int64_t> hashSlot(Borrowed<> self) {
  Parts parts = partsOf(self);
  auto hash = static_cast<int64_t>(static_cast<uint64_t>(hashOfDouble(parts.real)) +
                                   1000003 * static_cast<uint64_t>(hashOfDouble(parts.imaginary)));
  return hash == -1 ? -2 : hash;
}

Result<Owned<>> compareSlot(Borrowed<> left, Borrowed<> right, Comparison operation) {
  if (operation != Comparison::kEqual && operation != Comparison::kNotEqual)
    return ownedNotImplemented();
  Parts a = partsOf(left);
  bool equal;
  if (isInt(right)) {
    equal = a.imaginary == 0 && !std::isnan(a.real) && compareIntDouble(right, a.real) == 0;
  } else if (isFloat(right)) {
    equal = a.real == doubleValue(right) && a.imaginary == 0;
  } else if (isComplex(right)) {
    Parts b = partsOf(right);
    equal = a.real == b.real && a.imaginary == b.imaginary;
  } else {
    return ownedNotImplemented();
  }
  return ownedBool(equal == (operation == Comparison::kEqual));
}

Result<Owned<Str>> reprSlot(Borrowed<> self) {
  Parts parts = partsOf(self);
  TextBuffer text;
  bool bare = parts.real == 0 && !std::signbit(parts.real);
  if (!bare) {
    text.append('(');
    appendDouble(text, parts.real, 'r', 0, 0);
  }
  appendDouble(text, parts.imaginary, 'r', 0, bare ? 0u : kAlwaysSign);
  text.append(bare ? "j" : "j)");
  return makeAsciiStr(text.data(), text.size());
}

// ---- Text -----------------------------------------------------------------------------------------------

// x, yj, x+yj, with a sign alone for the 1 before j.
bool parseComplex(const char *at, const char *end, Parts *parts) {
  auto skipSpace = [&] {
    while (at < end && isNumberSpace(*at))
      ++at;
  };
  auto isSign = [&] { return at < end && (*at == '+' || *at == '-'); };
  auto takeJ = [&] { return at < end && (*at == 'j' || *at == 'J') ? ++at, true : false; };
  // The 1 of a bare sign or nothing before j.
  auto unit = [&](double *number) {
    *number = isSign() && *at == '-' ? -1 : 1;
    if (isSign())
      ++at;
  };
  skipSpace();
  bool parenthesis = at < end && *at == '(';
  if (parenthesis) {
    ++at;
    skipSpace();
  }
  double first = 0, second = 0;
  *parts = {0, 0};
  if (const char *after = parseDouble(at, end, &first)) {
    at = after;
    if (isSign()) {
      parts->real = first;
      if (const char *afterSecond = parseDouble(at, end, &second))
        at = afterSecond;
      else
        unit(&second);
      parts->imaginary = second;
      if (!takeJ())
        return false;
    } else if (takeJ()) {
      parts->imaginary = first;
    } else {
      parts->real = first;
    }
  } else {
    unit(&parts->imaginary);
    if (!takeJ())
      return false;
  }
  skipSpace();
  if (parenthesis) {
    if (at >= end || *at != ')')
      return false;
    ++at;
    skipSpace();
  }
  return at == end;
}

} // namespace



Owned<> makeComplex(double real, double imaginary) {
  Owned<Complex> complex = allocate<Complex>(molt_type_complex);
  complex->real = real;
  complex->imaginary = imaginary;
  return complex;
}

Result<Owned<>> complexPower(double real, double imaginary, double exponentReal, double exponentImaginary) {
  if (exponentReal == 0 && exponentImaginary == 0)
    return makeComplex(1, 0);
  Parts result;
  if (exponentImaginary == 0 && exponentReal == std::floor(exponentReal) && std::fabs(exponentReal) <= 100) {
    auto exponent = static_cast<int64_t>(exponentReal);
    if (exponent > 0) {
      result = powerUnsigned({real, imaginary}, exponent);
    } else {
      result = powerUnsigned({real, imaginary}, -exponent);
      if (result.real == 0 && result.imaginary == 0)
        return raise(ZeroDivisionError, runtime().pythonMinor < 14 ? "0.0 to a negative or complex power"
                                                                   : "zero to a negative or complex power");
      result = divide({1, 0}, result);
    }
  } else if (real == 0 && imaginary == 0) {
    if (exponentImaginary != 0 || exponentReal < 0)
      return raise(ZeroDivisionError, runtime().pythonMinor < 14 ? "0.0 to a negative or complex power"
                                                                 : "zero to a negative or complex power");
    result = {0, 0};
  } else {
    double length = std::hypot(real, imaginary), power = std::pow(length, exponentReal);
    double angle = std::atan2(imaginary, real), phase = angle * exponentReal;
    if (exponentImaginary != 0) {
      power *= std::exp(-angle * exponentImaginary);
      phase += exponentImaginary * std::log(length);
    }
    result = {power * std::cos(phase), power * std::sin(phase)};
  }
  if (std::isinf(result.real) || std::isinf(result.imaginary)) {
    bool finite = std::isfinite(real) && std::isfinite(imaginary) && std::isfinite(exponentReal) && std::isfinite(exponentImaginary);
    if (finite)
      return complexOverflow();
  }
  return make(result);
}

// ---- Construction and methods -----------------------------------------------------------------------------

static Owned<> makeIn(Borrowed<Type> cls, Parts parts) {
  Owned<Complex> complex = allocate<Complex>(*cls);
  complex->real = parts.real;
  complex->imaginary = parts.imaginary;
  return complex;
}

// A complex by __complex__; false: none.
static Result<bool> viaComplexMethod_py(Borrowed<> value, Parts *parts) {
  if (!value.value().isObject() || isStr(value) || isInt(value) || isFloat(value))
    return false;
  bool found;
  Owned<> result = TRY(callSpecial_py(value, "__complex__"_str, {}, &found));
  if (!found)
    return false;
  if (!isComplex(result))
    return raise(TypeError, "__complex__ returned non-complex (type %T)", result);
  *parts = partsOf(result);
  return true;
}

static bool isReal(Borrowed<> value) {
  const NumberSlots *number = typeOf(value)->number;
  return isFloat(value) || isInt(value) || (number && (number->toFloat || number->index));
}

static Result<Owned<>> complexFromText(Borrowed<Type> cls, Borrowed<Str> text) {
  TextBuffer clean;
  Parts parts;
  if (!normaliseNumberText(clean, text->data(), text->size) ||
      !parseComplex(clean.data(), clean.data() + clean.size(), &parts))
    return raise(ValueError, "complex() arg is a malformed string");
  return makeIn(cls, parts);
}

Result<Owned<>> complex_new(Borrowed<Type> cls, Borrowed<> real, Borrowed<> imag) {
  bool modern = runtime().pythonMinor >= 14;
  if (real && isExactly(real, molt_type_complex) && !imag && cls.get() == &molt_type_complex)
    return Owned<>::retain(real);
  if (real && isStr(real)) {
    if (!imag)
      return complexFromText(cls, real.as<Str>());
    if (modern)
      return raise(TypeError, "complex() argument 'real' must be a real number, not %T", real);
    return raise(TypeError, "complex() can't take second arg if first is a string");
  }
  if (imag && isStr(imag) && !modern)
    return raise(TypeError, "complex() second arg can't be a string");
  Parts first = {0, 0}, second = {0, 0};
  bool secondIsComplex = false;
  if (real) {
    bool viaMethod = TRY(viaComplexMethod_py(real, &first));
    if (!viaMethod) {
      if (!isReal(real)) {
        if (!modern)
          return raise(TypeError, "complex() first argument must be a string or a number, not '%T'", real);
        if (imag)
          return raise(TypeError, "complex() argument 'real' must be a real number, not %T", real);
        return raise(TypeError, "complex() argument must be a string or a number, not %T", real);
      }
      first.real = TRY(toDouble_py(real));
    }
  }
  if (imag) {
    if (isComplex(imag)) {
      second = partsOf(imag);
      secondIsComplex = true;
    } else if (isReal(imag)) {
      second.real = TRY(toDouble_py(imag));
    } else if (modern) {
      return raise(TypeError, "complex() argument 'imag' must be a real number, not %T", imag);
    } else {
      return raise(TypeError, "complex() second argument must be a number, not '%T'", imag);
    }
  }
  // real + imag * j, without making zeros of the signs.
  Parts result = {first.real, imag ? second.real : first.imaginary};
  if (secondIsComplex)
    result.real -= second.imaginary;
  if (imag && real && isComplex(real))
    result.imaginary += first.imaginary;
  return makeIn(cls, result);
}

Result<Owned<>> complex_from_number(Borrowed<Type> cls, Borrowed<> number) {
  if (isExactly(number, molt_type_complex) && cls.get() == &molt_type_complex)
    return Owned<>::retain(number);
  Parts parts = {0, 0};
  bool viaMethod = TRY(viaComplexMethod_py(number, &parts));
  if (!viaMethod)
    parts.real = TRY(toDouble_py(number));
  if (cls.get() == &molt_type_complex)
    return make(parts);
  return call_py(Borrowed<>(Value::fromObject(cls.get())), {make(parts)});
}

Result<Owned<>> complex_conjugate(Borrowed<Complex> self) { return makeComplex(self->real, -self->imaginary); }
Result<Owned<>> complex_complex(Borrowed<Complex> self) {
  return isExactly(self, molt_type_complex) ? Owned<>::retain(self) : makeComplex(self->real, self->imaginary);
}
Result<Owned<>> complex_real(Borrowed<Complex> self) { return makeFloat(self->real); }
Result<Owned<>> complex_imag(Borrowed<Complex> self) { return makeFloat(self->imaginary); }
Result<Owned<>> complex_getnewargs(Borrowed<Complex> self) {
  return makePair(makeFloat(self->real), makeFloat(self->imaginary));
}
Result<Owned<Str>> complex_format(Borrowed<Complex> self, Borrowed<Str> spec) {
  if (spec->size == 0)
    return str_py(self);
  TextBuffer text;
  TRY(formatComplex_spec(text, self->real, self->imaginary, spec, typeName(self)));
  return makeStr(text);
}

static constexpr NumberSlots complexNumber{
    .add = addSlot,
    .subtract = subtractSlot,
    .multiply = multiplySlot,
    .trueDivide = trueDivideSlot,
    .power = powerSlot,
    .negative = negativeSlot,
    .positive = positiveSlot,
    .absolute = absoluteSlot,
};

} // namespace molt

using namespace molt;

extern "C" constinit Type molt_type_complex{TypeSpec{
    .name = "complex",
    .doc = complex_doc,
    .size = sizeof(Complex),
    .flags = kTypeBaseAllowed | kTypeComplex,
    .methods = complex_methods,
    .getsets = complex_getset,
    .repr = reprSlot,
    .hash = hashSlot,
    .compare = compareSlot,
    .newInstance = complex_new_slot,
    .truth = truthSlot,
    .number = &complexNumber,
}};

extern "C" Owned<> molt_make_complex(double real, double imaginary) { return makeComplex(real, imaginary); }
