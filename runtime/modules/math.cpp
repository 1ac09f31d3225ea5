// The module math: functions of floats. Those of integers are in math_integer.cpp, sums in math_sum.cpp.
#include "runtime/core/call.h"
#include "runtime/core/known_globals.h"
#include "runtime/core/operators.h"
#include "runtime/modules/math.gen.h"
#include "runtime/modules/native_module.h"
#include "runtime/types/float.h"
#include "runtime/types/int.h"
#include "runtime/types/str.h"
#include "runtime/types/tuple.h"

#include <cmath>

namespace molt {
namespace {

constexpr double kPi = 3.141592653589793238462643383279502884197;

Raised domainError(const char *text, double x) {
  if (!text || runtime().pythonMinor < 14)
    return raise(ValueError, "math domain error");
  return raise(ValueError, text, doubleToStr(x));
}
Raised rangeError() { return raise(OverflowError, "math range error"); }

// A result that is NaN without a NaN coming in is a domain error; an infinity out of nothing an overflow or a pole.
Result<double> checked(double x, double result, const char *domain, bool overflows) {
  if (std::isnan(result) && !std::isnan(x))
    return domainError(domain, x);
  if (std::isinf(result) && std::isfinite(x)) {
    if (overflows)
      return rangeError();
    return domainError(domain, x);
  }
  return result;
}

constexpr const char *kUnitRange = "expected a number in range from -1 up to 1, got %S";
constexpr const char *kFinite = "expected a finite input, got %S";
constexpr const char *kPositive = "expected a positive input, got %S";
constexpr const char *kGammaDomain = "expected a noninteger or positive integer, got %S";

} // namespace

#define FUNCTION(name, expression, domain, overflows)                                                                  \
  Result<double> math_##name(double x) { return checked(x, expression, domain, overflows); }

FUNCTION(acos, std::acos(x), kUnitRange, false)
FUNCTION(acosh, std::acosh(x), "expected argument value not less than 1, got %S", false)
FUNCTION(asin, std::asin(x), kUnitRange, false)
FUNCTION(asinh, std::asinh(x), nullptr, false)
FUNCTION(atan, std::atan(x), nullptr, false)
FUNCTION(atanh, std::atanh(x), "expected a number between -1 and 1, got %S", false)
FUNCTION(cbrt, std::cbrt(x), nullptr, false)
FUNCTION(cos, std::cos(x), kFinite, false)
FUNCTION(cosh, std::cosh(x), nullptr, true)
FUNCTION(degrees, x * (180.0 / kPi), nullptr, true)
FUNCTION(erf, std::erf(x), nullptr, false)
FUNCTION(erfc, std::erfc(x), nullptr, false)
FUNCTION(exp, std::exp(x), nullptr, true)
FUNCTION(exp2, std::exp2(x), nullptr, true)
FUNCTION(expm1, std::expm1(x), nullptr, true)
FUNCTION(fabs, std::fabs(x), nullptr, false)
FUNCTION(log1p, std::log1p(x), "expected argument value > -1, got %S", false)
FUNCTION(radians, x * (kPi / 180.0), nullptr, false)
FUNCTION(sin, std::sin(x), kFinite, false)
FUNCTION(sinh, std::sinh(x), nullptr, true)
FUNCTION(sqrt, std::sqrt(x), "expected a nonnegative input, got %S", false)
FUNCTION(tan, std::tan(x), kFinite, false)
FUNCTION(tanh, std::tanh(x), nullptr, false)

Result<bool> math_isfinite(double x) { return std::isfinite(x); }
Result<bool> math_isinf(double x) { return std::isinf(x); }
Result<bool> math_isnan(double x) { return std::isnan(x); }
Result<double> math_copysign(double x, double y) { return std::copysign(x, y); }
Result<double> math_atan2(double y, double x) { return std::atan2(y, x); }

// ---- Gamma: Lanczos' approximation with the coefficients for 53 bits ----------------------------------

namespace {

constexpr double kLanczosG = 6.024680040776729583740234375, kLanczosGMinusHalf = 5.524680040776729583740234375;
constexpr double kLanczosNumerator[] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};
constexpr double kLanczosDenominator[] = {0.0,       39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0,
                                          2637558.0, 357423.0,   32670.0,     1925.0,      66.0,        1.0};
constexpr int kLanczosCount = 13;

double lanczosSum(double x) {
  double numerator = 0, denominator = 0;
  if (x < 5) {
    for (int i = kLanczosCount; --i >= 0;) {
      numerator = numerator * x + kLanczosNumerator[i];
      denominator = denominator * x + kLanczosDenominator[i];
    }
  } else {
    for (int i = 0; i < kLanczosCount; ++i) {
      numerator = numerator / x + kLanczosNumerator[i];
      denominator = denominator / x + kLanczosDenominator[i];
    }
  }
  return numerator / denominator;
}

double sinPi(double x) {
  double y = std::fmod(std::fabs(x), 2.0), result = 0;
  switch (static_cast<int>(std::round(2 * y))) {
  case 0:
    result = std::sin(kPi * y);
    break;
  case 1:
    result = std::cos(kPi * (y - 0.5));
    break;
  case 2:
    result = std::sin(kPi * (1 - y)); // not y - 1: the sign of zero
    break;
  case 3:
    result = -std::cos(kPi * (y - 1.5));
    break;
  case 4:
    result = std::sin(kPi * (y - 2));
    break;
  }
  return std::copysign(1.0, x) * result;
}

double gammaOf(double x) {
  double absolute = std::fabs(x), y = absolute + kLanczosGMinusHalf, error;
  if (absolute > kLanczosGMinusHalf)
    error = (y - absolute) - kLanczosGMinusHalf;
  else
    error = (y - kLanczosGMinusHalf) - absolute;
  error = error * kLanczosG / y;
  bool split = absolute >= 140;
  double power = split ? std::pow(y, absolute / 2 - 0.25) : std::pow(y, absolute - 0.5), result;
  if (x < 0) {
    result = -kPi / sinPi(absolute) / absolute * std::exp(y) / lanczosSum(absolute);
    result -= error * result;
    return split ? result / power / power : result / power;
  }
  result = lanczosSum(absolute) / std::exp(y);
  result += error * result;
  return split ? result * power * power : result * power;
}

} // namespace

Result<double> math_gamma(double x) {
  if (!std::isfinite(x)) {
    if (std::isnan(x) || x > 0)
      return x;
    return domainError(kGammaDomain, x);
  }
  if (x == 0 || (x < 0 && x == std::floor(x)))
    return domainError(kGammaDomain, x);
  if (x == std::floor(x) && x <= 23) {
    double product = 1;
    for (int i = 2; i < x; ++i)
      product *= i;
    return product;
  }
  double absolute = std::fabs(x);
  if (absolute < 1e-20) {
    if (std::isinf(1 / x))
      return rangeError();
    return 1 / x;
  }
  if (absolute > 200) {
    if (x < 0)
      return 0.0 / sinPi(x);
    return rangeError();
  }
  double result = gammaOf(x);
  if (std::isinf(result))
    return rangeError();
  return result;
}

Result<double> math_lgamma(double x) {
  if (!std::isfinite(x))
    return std::isnan(x) ? x : HUGE_VAL;
  if (x == std::floor(x) && x <= 2) {
    if (x <= 0)
      return domainError(kGammaDomain, x);
    return 0.0;
  }
  double absolute = std::fabs(x);
  if (absolute < 1e-20)
    return -std::log(absolute);
  double result = std::log(lanczosSum(absolute)) - kLanczosG;
  result += (absolute - 0.5) * (std::log(absolute + kLanczosG - 0.5) - 1);
  if (x < 0)
    result = 1.144729885849400174143427351353058711647 - std::log(std::fabs(sinPi(absolute))) - std::log(absolute) - result;
  if (std::isinf(result))
    return rangeError();
  return result;
}

// ---- Two operands -------------------------------------------------------------------------------------

Result<double> math_pow(double x, double y) {
  double result = std::pow(x, y);
  if (std::isfinite(x) && std::isfinite(y) && !std::isfinite(result)) {
    if (std::isnan(result) || x == 0)
      return domainError(nullptr, x);
    return rangeError();
  }
  return result;
}
Result<double> math_fmod(double x, double y) {
  if (std::isinf(y) && std::isfinite(x))
    return x;
  double result = std::fmod(x, y);
  if (std::isnan(result) && !std::isnan(x) && !std::isnan(y))
    return domainError(nullptr, x);
  return result;
}
Result<double> math_remainder(double x, double y) {
  double result = std::remainder(x, y);
  if (std::isnan(result) && !std::isnan(x) && !std::isnan(y))
    return domainError(nullptr, x);
  return result;
}
Result<double> math_fma(double x, double y, double z) {
  double result = std::fma(x, y, z);
  if (std::isfinite(result))
    return result;
  if (std::isnan(result)) {
    if (!std::isnan(x) && !std::isnan(y) && !std::isnan(z))
      return raise(ValueError, "invalid operation in fma");
  } else if (std::isfinite(x) && std::isfinite(y) && std::isfinite(z)) {
    return raise(OverflowError, "overflow in fma");
  }
  return result;
}
Result<bool> math_isclose(double a, double b, double relative, double absolute) {
  if (relative < 0 || absolute < 0)
    return raise(ValueError, "tolerances must be non-negative");
  if (a == b)
    return true;
  if (std::isinf(a) || std::isinf(b))
    return false;
  double difference = std::fabs(b - a);
  return difference <= std::fabs(relative * b) || difference <= std::fabs(relative * a) || difference <= absolute;
}

// ---- Logarithms: of ints of any size -------------------------------------------------------------------

namespace {

using LogFunction = double (*)(double);
double naturalLog(double x) { return std::log(x); }
double binaryLog(double x) { return std::log2(x); }
double decimalLog(double x) { return std::log10(x); }

Result<double> logOf_py(Borrowed<> x, LogFunction log) {
  if (isInt(x)) {
    if (intSign(x) <= 0)
      return raise(ValueError, runtime().pythonMinor < 14 ? "math domain error" : "expected a positive input");
    int64_t exponent;
    double fraction = intToFraction(x, &exponent);
    if (exponent > 1024)
      return log(fraction) + log(2) * static_cast<double>(exponent);
    return log(TRY(intToDouble(x)));
  }
  double number = TRY(toDouble_py(x));
  if (number <= 0)
    return domainError(kPositive, number);
  return log(number);
}

} // namespace

Result<Owned<>> math_log(Borrowed<> x, Borrowed<> base) {
  double numerator = TRY(logOf_py(x, naturalLog));
  if (!base)
    return makeFloat(numerator);
  double denominator = TRY(logOf_py(base, naturalLog));
  return divideDoubles(numerator, denominator);
}
Result<Owned<>> math_log2(Borrowed<> x) {
  double result = TRY(logOf_py(x, binaryLog));
  return makeFloat(result);
}
Result<Owned<>> math_log10(Borrowed<> x) {
  double result = TRY(logOf_py(x, decimalLog));
  return makeFloat(result);
}

// ---- Parts of a float -----------------------------------------------------------------------------------

Result<Owned<>> math_frexp(double x) {
  int exponent = 0;
  double fraction = std::isfinite(x) ? std::frexp(x, &exponent) : x;
  return makePair(makeFloat(fraction), intFrom(exponent));
}
Result<Owned<>> math_modf(double x) {
  if (std::isinf(x))
    return makePair(makeFloat(std::copysign(0.0, x)), makeFloat(x));
  double whole, fraction = std::modf(x, &whole);
  return makePair(makeFloat(fraction), makeFloat(whole));
}
Result<double> math_ldexp(double x, Borrowed<> i) {
  if (!isInt(i))
    return raise(TypeError, "Expected an int as second argument to ldexp.");
  int64_t exponent;
  if (!intToInt64(i, &exponent))
    exponent = intSign(i) < 0 ? INT32_MIN : INT32_MAX;
  if (x == 0 || !std::isfinite(x))
    return x;
  exponent = exponent > INT32_MAX ? INT32_MAX : exponent < INT32_MIN ? INT32_MIN : exponent;
  double result = std::ldexp(x, static_cast<int>(exponent));
  if (std::isinf(result))
    return rangeError();
  return result;
}
Result<double> math_ulp(double x) {
  if (std::isnan(x))
    return x;
  x = std::fabs(x);
  if (std::isinf(x))
    return x;
  double next = std::nextafter(x, HUGE_VAL);
  return std::isinf(next) ? x - std::nextafter(x, -HUGE_VAL) : next - x;
}

Result<double> math_nextafter(double x, double y, Borrowed<> steps) {
  if (isNone(steps))
    return std::nextafter(x, y);
  Owned<> index = TRY(index_py(steps));
  if (intSign(index) < 0)
    return raise(ValueError, "steps must be a non-negative integer");
  if (intIsZero(index) || std::isnan(x))
    return x;
  if (std::isnan(y))
    return y;
  int64_t count;
  uint64_t wanted = intToInt64(index, &count) ? static_cast<uint64_t>(count) : ~uint64_t{0};
  // Floats as integers in their order.
  auto ordinal = [](double number) {
    auto bits = std::bit_cast<int64_t>(number);
    return bits < 0 ? INT64_MIN - bits : bits;
  };
  int64_t from = ordinal(x), to = ordinal(y);
  if (from == to)
    return y;
  uint64_t distance = from < to ? static_cast<uint64_t>(to) - static_cast<uint64_t>(from)
                                : static_cast<uint64_t>(from) - static_cast<uint64_t>(to);
  if (wanted >= distance)
    return y;
  int64_t place = from < to ? from + static_cast<int64_t>(wanted) : from - static_cast<int64_t>(wanted);
  return std::bit_cast<double>(place < 0 ? INT64_MIN - place : place);
}

// ---- Rounding to ints -----------------------------------------------------------------------------------

static Result<Owned<>> roundBy_py(Borrowed<> x, Borrowed<Str> method, double (*round)(double)) {
  if (x.value().isDouble())
    return doubleToInt(round(x.value().asDouble()));
  if (x.value().isInlineInt())
    return Owned<>::retain(x);
  bool found;
  Owned<> result = TRY(callSpecial_py(x, method, {}, &found));
  if (found)
    return result;
  double number = TRY(toDouble_py(x));
  return doubleToInt(round(number));
}
Result<Owned<>> math_floor(Borrowed<> x) {
  return roundBy_py(x, "__floor__"_str, [](double number) { return std::floor(number); });
}
Result<Owned<>> math_ceil(Borrowed<> x) {
  return roundBy_py(x, "__ceil__"_str, [](double number) { return std::ceil(number); });
}
Result<Owned<>> math_trunc(Borrowed<> x) {
  if (x.value().isDouble())
    return doubleToInt(x.value().asDouble());
  bool found;
  Owned<> result = TRY(callSpecial_py(x, "__trunc__"_str, {}, &found));
  if (!found)
    return raise(TypeError, "type %T doesn't define __trunc__ method", x);
  return result;
}

// ---- The module -----------------------------------------------------------------------------------------

static Result<void> setUpMath(Borrowed<Module> module, Borrowed<Dict> dict) {
  static constexpr struct {
    const char *name;
    double value;
  } constants[] = {{"pi", kPi}, {"e", 2.718281828459045235360287471352662497757}, {"tau", 2 * kPi}, {"inf", HUGE_VAL}, {"nan", __builtin_nan("")}};
  for (auto &constant : constants)
    dictSetName(dict, internText(constant.name), makeFloat(constant.value));
  noteIntactMath(module.get());
  return {};
}

const NativeModule nativeModule_math{"math", math_functions, setUpMath, math_doc};

} // namespace molt
