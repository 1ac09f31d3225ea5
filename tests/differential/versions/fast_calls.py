# Functions that are called with the kinds that they are likely of, and otherwise; their results likewise.
import sys


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def half(x):
    return x / 2


def twice(x):
    return x + x


def maybe(x):
    if x > 10:
        return None
    return x * 3


def grow(n):
    result = 1
    for _ in range(n):
        result = result * 1000003
    return result


def fails(x):
    return 1 // x


def defaults(a, b=2, *, c=3):
    return a + b + c


def local_sum(values):
    total = 0.0
    for v in values:
        total += half(v)
    return total


def attempt(f, *arguments):
    try:
        print(f.__name__, repr(f(*arguments)))
    except Exception as error:
        line = sys.exc_info()[2].tb_next
        print(f.__name__, type(error).__name__, error, line.tb_lineno - f.__code__.co_firstlineno if line else None)


print(fib(15), fib(True), half(3), half(7.5), twice(4))
for function in (fib, half, twice, maybe, fails):
    for argument in (0, 5, 11, 2**62, -(2**70), 1.5, True, "ab", None, [1]):
        attempt(function, argument)
print(maybe(3), maybe(12), grow(2), grow(3), grow(10), fails(2))
print(local_sum([1.0, 2.5]), local_sum([1, 2**80, 3.5]), local_sum([]))
attempt(local_sum, ["x"])
print(defaults(1), defaults(1, 5), defaults(1, c=7))


def outer():
    def helper(x):
        return x * factor

    factor = 3
    first = helper(2)
    factor = 0.5
    return first, helper(2), helper("ab" if factor == 3 else 4)


print(outer())

# The name means something else in the end.
keep = half
print(half(9))
half = lambda x: "other " + str(x)  # noqa
print(half(9), keep(9), local_sum([1.0]) if False else None)
attempt(local_sum, [1.0])


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


print(even(10), odd(7), even(101))


def depth(n):
    return depth(n + 1)


try:
    depth(0)
except RecursionError as error:
    print(error)
sys.setrecursionlimit(200)
try:
    fib(500)
except RecursionError as error:
    print(error)
