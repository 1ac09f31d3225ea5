// The functions of module math that compiled code calls with unboxed numbers: those of the C library, without what
// math.cpp refuses.
#include "abi/entry_points.h"

#include <cmath>

namespace molt {

#define FUNCTION(name)                                                                                                 \
  extern "C" double molt_float_##name(double x) { return std::name(x); }
#define FUNCTION2(name)                                                                                                \
  extern "C" double molt_float_##name(double x, double y) { return std::name(x, y); }

FUNCTION(acos)
FUNCTION(acosh)
FUNCTION(asin)
FUNCTION(asinh)
FUNCTION(atan)
FUNCTION2(atan2)
FUNCTION(atanh)
FUNCTION(cbrt)
FUNCTION2(copysign)
FUNCTION(cos)
FUNCTION(cosh)
FUNCTION(erf)
FUNCTION(erfc)
FUNCTION(exp)
FUNCTION(exp2)
FUNCTION(expm1)
FUNCTION2(fmod)
FUNCTION(log)
FUNCTION(log10)
FUNCTION(log1p)
FUNCTION(log2)
FUNCTION2(pow)
FUNCTION2(remainder)
FUNCTION(sin)
FUNCTION(sinh)
FUNCTION(tan)
FUNCTION(tanh)

} // namespace molt
