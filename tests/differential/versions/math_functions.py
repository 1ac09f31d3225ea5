# Functions and numbers of module math in hot loops, and everything that their guards must notice.
import math
import math as mathematics
import sys
from math import atan2, floor, hypot, isnan, pi, sqrt
from math import sqrt as root


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


# Platforms differ in the last digit.
def short(rows):
    return rows if isinstance(rows, str) else [[f"{x:.12g}" for x in row] for row in rows]


def roots(values):
    out = []
    for v in values:
        out.append(math.sqrt(v))
        out.append(sqrt(v))
        out.append(root(v + 1))
    return out


def many(values):
    out = []
    for v in values:
        a = v * 0.5
        out.append((math.sin(a), math.cos(a), math.tan(a), math.atan(a), math.exp(a), math.tanh(a), math.fabs(a)))
        out.append((math.log(a), math.log2(a), math.log10(a), math.log1p(a), math.expm1(a), math.cbrt(a)))
        out.append((math.atan2(a, 2), math.hypot(a, 3.0), math.pow(a, 1.5), math.fmod(a, 1.25), math.copysign(a, -0.0)))
        out.append((math.degrees(a), math.radians(a), math.asinh(a), math.acosh(a + 1), math.sinh(a), math.cosh(a)))
        out.append((math.erf(a), math.erfc(a), math.exp2(a), math.remainder(a, 0.75), math.pi, math.e, math.tau, math.inf))
    return out


def unit(values):
    out = []
    for v in values:
        out.append((math.asin(v), math.acos(v), math.atanh(v)))
    return out


def whole(values):
    out = []
    for v in values:
        out.append((math.floor(v), math.ceil(v), math.trunc(v), floor(v + 0.25), mathematics.floor(-v)))
    return out


def classes(values):
    out = []
    for v in values:
        out.append((math.isnan(v), math.isinf(v), math.isfinite(v), isnan(v)))
    return out


def integer_roots(values):
    out = []
    for v in values:
        out.append(math.isqrt(v))
    return out


floats = [0.0, 0.25, 1.0, 2.0, 3.5, 1e10, 1e-300]
print(roots(floats), roots(range(5)))
print(short(many([0.5, 1.0, 2.0, 3.25])), short(many(range(1, 4))))
print(short(unit([0.0, 0.5, -0.25])))
print(whole([0.0, -0.0, 0.5, -0.5, 1.0, -1.0, 2.999999, -2.999999, 1e15 + 0.5, -1e15 - 0.5]))
print(whole(list(range(-3, 3))))
print(classes([0.0, 1.5, -2.5]), classes([float("nan"), float("inf"), -float("inf")]), classes([1, 2, 3]))
print(integer_roots(list(range(20)) + [(1 << 26) ** 2 - 1, (1 << 26) ** 2, 2**52 - 1, 2**52, 2**60, 2**100, True]))
print([math.isqrt(n * n - 1) == n - 1 and math.isqrt(n * n) == n for n in (2, 67108863, 67108864, 94906265)])

# What the functions refuse.
for bad in (-1.0, -1e-300, float("-inf"), -5):
    print(attempt(roots, [1.0, bad]))
for bad in (0.0, -1.0, float("inf"), float("nan"), 1e5, -710.0):
    print(short(attempt(many, [1.0, bad])))
for bad in (1.0, -1.0, 2.0, float("nan")):
    print(short(attempt(unit, [0.5, bad])))
for bad in (float("nan"), float("inf"), 1e18, -1e18, 4.6e18, 5e18, -9.3e18, 1e300, 2**70, True, "x", None):
    print(attempt(whole, [0.5, bad]))
for bad in (-1, 2**62, 1.5, "x"):
    print(attempt(integer_roots, [4, bad]))
print(roots([-0.0, float("inf"), float("nan"), True, 2**80]))
print(attempt(roots, [2**2000]), attempt(roots, ["x"]), attempt(classes, [2**2000]))


class Near:
    def __float__(self):
        return 2.25

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"

    def __add__(self, other):
        return self

    def __neg__(self):
        return self


class Half(float):
    def __floor__(self):
        return "half"


print(roots([1.0, Near()]), whole([0.5, Near()]), whole([0.5, Half(0.5)]))


# The wrong number of arguments; by keyword.
def wrong(count):
    for i in range(3):
        if count == 0:
            math.sqrt()
        if count == 2:
            math.sqrt(i, i + 1)
        if count == 1:
            math.atan2(i)
        if count == 3:
            math.sqrt(x=i)


for count in range(4):
    print(attempt(wrong, count))


# The attribute is found before the arguments are evaluated, the name before that.
def swap(value):
    math.sqrt = lambda x: ("replaced", x)
    return value


def in_order(n):
    out = []
    for i in range(n):
        out.append(math.sqrt(swap(i * 1.0) if i == 2 else i * 1.0))
    return out


original = math.sqrt
print(in_order(4))
print(roots([4.0]), short(many([1.0]))[0][0])
math.sqrt = original
print(roots([4.0]), in_order(2))


def rebind(n):
    global sqrt
    out = []
    for i in range(n):
        if i == 2:
            sqrt = abs
        out.append(sqrt(i * 4))
    return out


print(rebind(4), sqrt(9))
sqrt = original
print(rebind(1), sqrt(9))
del sqrt
print(attempt(rebind, 1))
from math import sqrt

print(rebind(2))


def change_constant(n):
    out = []
    for i in range(n):
        if i == 1:
            math.pi = 3
        if i == 2:
            del math.pi
        try:
            out.append(math.pi * 2)
        except AttributeError as error:
            out.append(str(error))
    return out


print(change_constant(3))
math.pi = pi
print(change_constant(1), math.floor(2.5), whole([2.5]))
math.tau = "tau"
print(many([1.0])[4][6])
math.tau = pi * 2


# Another module under the name; the module under another name.
class Fake:
    pi = "pi of Fake"

    def sqrt(self, x):
        return ("fake", x)

    def floor(self, x):
        return ("floor", x)


def other_module(n):
    global math
    out = []
    for i in range(n):
        if i == 1:
            math = Fake()
        out.append((math.sqrt(i), math.floor(i * 0.5), math.pi))
    math = mathematics
    return out


print(other_module(3), other_module(1))


def local_module(n):
    import math as m
    s = m.sqrt
    out = []
    for i in range(n):
        if i == 2:
            s = abs
        if i == 3:
            m = Fake()
        out.append((s(i * 1.0), m.sqrt(i), m.pi))
    return out


print(local_module(4))


def forget_module():
    m = sys.modules.pop("math")
    import math as again

    print(again is m, again.sqrt(4.0), roots([4.0]))
    sys.modules["math"] = m


forget_module()
vars(math)["sqrt"] = lambda x: "in the dict"
print(roots([4.0]))
vars(math).update(sqrt=original)
print(roots([4.0]), math.nan is math.nan, math.inf is math.inf)


def with_traceback(values):
    for v in values:
        x = math.sqrt(v) + math.log(
            v - 1.0)
    return x


try:
    with_traceback([2.0, 3.0, 1.0])
except ValueError as error:
    place = error.__traceback__.tb_next
    print(error, place.tb_lineno - with_traceback.__code__.co_firstlineno, place.tb_next)
