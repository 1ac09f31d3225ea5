# Calls of values that are one of a few functions, where their code decides which fast version is called; and what is none of them.
import sys


def compose(f, g):
    return lambda x: f(g(x))


def call_each(functions, n):
    total = 0
    for i in range(n):
        for f in functions:
            total = (total + f(i)) % 1000003
    return total


def chain():
    pipeline = compose(lambda x: x + 1, compose(lambda x: x * 3, lambda x: x - 2))
    return [pipeline(i) for i in range(5)], pipeline(2**60), pipeline(-(2**62)), pipeline(1.5), pipeline(True)


print(chain())
print(call_each([lambda x: x + 1, lambda x: x * 3, lambda x: x - 2], 50))


class Doubler:
    def __call__(self, x):
        return 2 * x


def apply(f, x):
    return f(x)


def increment(x):
    return x + 1


def decrement(x):
    return x - 1


def run(times):
    total = 0
    for i in range(times):
        total += apply(increment if i % 2 else decrement, i)
    return total


print(run(100))
# What no call was seen to pass.
for other in (Doubler(), abs, int, float, lambda x: [x], lambda x: None, lambda x: "%d" % x, compose(abs, increment)):
    print(apply(other, -7))
for argument in ("a", None, [1], 1.5, 2**70):
    for f in (increment, decrement):
        try:
            print(apply(f, argument))
        except TypeError as error:
            where = error.__traceback__
            lines = []
            while where:
                lines.append((where.tb_frame.f_code.co_name, where.tb_lineno))
                where = where.tb_next
            print(error, lines)


def fails(x):
    return 1 // (x - 3)


def also_fails(x):
    raise KeyError(x)


def traced(f, x):
    return f(x)


def attempts():
    found = []
    for i in range(6):
        for f in (fails, also_fails):
            try:
                found.append(traced(f, i))
            except (ZeroDivisionError, KeyError) as error:
                trace = error.__traceback__
                names = []
                while trace:
                    names.append(trace.tb_frame.f_code.co_name + ":" + str(trace.tb_lineno))
                    trace = trace.tb_next
                found.append(names[-2:])
    return found


print(attempts())


# Another code, other defaults, other counts of arguments.
def one(x, y=10):
    return x + y


def two(x, y=20):
    return x * y


def with_default(f, x):
    return f(x)


def totals():
    return [with_default(f, i) for i in range(3) for f in (one, two)]


print(totals())
one.__defaults__ = (100,)
print(totals())
two.__code__ = (lambda x, y=0: x - y).__code__
print(totals())
one.__defaults__ = None
try:
    totals()
except TypeError as error:
    print(error)


def deep(f, n):
    return f(n)


def down(n):
    return n if n == 0 else deep(down if n % 2 else sideways, n - 1)


def sideways(n):
    return n if n == 0 else deep(sideways if n % 3 else down, n - 1)


print(deep(down, 50), deep(sideways, 51))
sys.setrecursionlimit(200)
try:
    deep(down, 1000)
except RecursionError as error:
    print(error)
sys.setrecursionlimit(1000)
print(deep(down, 100))


# Functions that die while they are called.
def forgetful():
    holder = []

    def first(x):
        holder.clear()
        return x + 1

    def second(x):
        holder.clear()
        return x + 2
    total = 0
    for i in range(20):
        holder.append(first if i % 2 else second)
        total += holder[0](i)
    return total


print(forgetful())


# Some take *args, or names.
def spread(*values):
    return sum(values)


def named(*, a, b=2):
    return a * b


def many(f, g, n):
    return [f(i, i + 1) + g(a=i) for i in range(n)]


print(many(spread, named, 4), many(lambda a, b: a - b, lambda a: a, 3))
