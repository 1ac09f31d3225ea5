"""Mathematical functions defined by the C standard, and more."""

def acos(x: float, /) -> float:
    """The arc cosine of x, in radians."""
def acosh(x: float, /) -> float:
    """The inverse hyperbolic cosine of x."""
def asin(x: float, /) -> float:
    """The arc sine of x, in radians."""
def asinh(x: float, /) -> float:
    """The inverse hyperbolic sine of x."""
def atan(x: float, /) -> float:
    """The arc tangent of x, in radians."""
def atanh(x: float, /) -> float:
    """The inverse hyperbolic tangent of x."""
def cbrt(x: float, /) -> float:
    """The cube root of x."""
def cos(x: float, /) -> float:
    """The cosine of x radians."""
def cosh(x: float, /) -> float:
    """The hyperbolic cosine of x."""
def degrees(x: float, /) -> float:
    """The angle x from radians to degrees."""
def erf(x: float, /) -> float:
    """The error function at x."""
def erfc(x: float, /) -> float:
    """The complementary error function at x."""
def exp(x: float, /) -> float:
    """e raised to the power x."""
def exp2(x: float, /) -> float:
    """2 raised to the power x."""
def expm1(x: float, /) -> float:
    """exp(x) - 1, precise for small x."""
def fabs(x: float, /) -> float:
    """The absolute value of x."""
def gamma(x: float, /) -> float:
    """The gamma function at x."""
def lgamma(x: float, /) -> float:
    """The natural logarithm of the absolute value of the gamma function at x."""
def log1p(x: float, /) -> float:
    """The natural logarithm of 1 + x."""
def radians(x: float, /) -> float:
    """The angle x from degrees to radians."""
def sin(x: float, /) -> float:
    """The sine of x radians."""
def sinh(x: float, /) -> float:
    """The hyperbolic sine of x."""
def sqrt(x: float, /) -> float:
    """The square root of x."""
def tan(x: float, /) -> float:
    """The tangent of x radians."""
def tanh(x: float, /) -> float:
    """The hyperbolic tangent of x."""
def ulp(x: float, /) -> float:
    """The value of the least significant bit of x."""
def isfinite(x: float, /) -> bool:
    """Is x neither infinite nor NaN?"""
def isinf(x: float, /) -> bool:
    """Is x infinite?"""
def isnan(x: float, /) -> bool:
    """Is x not a number?"""
def atan2(y: float, x: float, /) -> float:
    """The arc tangent of y/x, in radians, by the signs of both."""
def copysign(x: float, y: float, /) -> float:
    """A float with the magnitude of x and the sign of y."""
def fmod(x: float, y: float, /) -> float:
    """The remainder of x / y as in C."""
def pow(x: float, y: float, /) -> float:
    """x raised to the power y."""
def remainder(x: float, y: float, /) -> float:
    """The difference between x and the closest multiple of y."""
def ceil(x, /):
    """The least integer that is not below x."""
def floor(x, /):
    """The greatest integer that is not above x."""
def trunc(x, /):
    """x without its fraction."""
def comb(n, k, /):
    """The number of ways to choose k of n items."""
def perm(n, k=None, /):
    """The number of ways to arrange k of n items."""
def factorial(n, /):
    """n!"""
def isqrt(n, /):
    """The integer part of the square root of n."""
def gcd(*integers):
    """The greatest common divisor."""
def lcm(*integers):
    """The least common multiple."""
def dist(p, q, /) -> float:
    """The distance between two points."""
def hypot(*coordinates) -> float:
    """The distance from the origin."""
def fma(x: float, y: float, z: float, /) -> float:
    """x * y + z with one rounding."""
def frexp(x: float, /):
    """The mantissa and the exponent of x."""
def ldexp(x: float, i, /) -> float:
    """x * 2 ** i"""
def modf(x: float, /):
    """The fraction and the whole part of x."""
def fsum(seq, /) -> float:
    """The exact sum of the floats, rounded once."""
def prod(iterable, /, *, start=1):
    """The product of the numbers."""
def sumprod(p, q, /):
    """The sum of the products of pairs of values."""
def isclose(a: float, b: float, *, rel_tol: float = 1e-09, abs_tol: float = 0.0) -> bool:
    """Are two floats close to each other?"""
@style("positional")
def log(x, base=..., /):
    """The logarithm of x, natural unless a base is given."""
def log2(x, /):
    """The logarithm of x to the base 2."""
def log10(x, /):
    """The logarithm of x to the base 10."""
def nextafter(x: float, y: float, /, *, steps=None) -> float:
    """The float `steps` steps behind x in the direction of y."""
