# Functions that are made to be called at once, and what of them can be seen.
import gc
import sys


def curry(a):
    return lambda b: lambda c: (a * b + c) % 1000003


def total(n):
    result = 0
    for i in range(n):
        result = (result + curry(i)(result)(7)) % 1000003
    return result


print(total(300))
print(curry(2**62)(5)(7), curry(2**48)(2**48)(1), curry(1.5)(2)(3), curry("ab")(3)("c") if False else None)
try:
    curry("a")(2)(3)
except TypeError as error:
    print(error, error.__traceback__.tb_next.tb_frame.f_code.co_name)


class Loud:
    def __init__(self, name):
        self.name = name

    def __mul__(self, other):
        return other

    def __del__(self):
        print("end of", self.name)


def ends(n):
    for i in range(n):
        print(curry(Loud(i))(i)(1))
    print("done")


ends(3)


def keeps(n):
    kept = []
    for i in range(n):
        add = lambda x: x + i * scale
        if i == n - 2:
            kept.append(add)
        scale = add(1) if i < 2 else 2**61 + i
    return kept[0](0), scale


def made_in_loop(n):
    scale = 1
    return keeps(n)


scale = 1
try:
    print(made_in_loop(5))
except NameError as error:
    print(error)


def escapes(n):
    seen = []
    for i in range(n):
        def square(x=i):
            return x * i
        if square() > 2**60:
            seen.append(square)
        elif square() == 9:
            seen.append(square.__name__)
    return seen


print(escapes(5))
big = escapes(3)
print(big)


def look(i):
    def inner(x, y=2, *, z=3):
        "What it does."
        return i + x + y + z
    inner.note = i
    return inner


inner = look(5)
print(inner(1), inner.__module__, inner.__name__, inner.__qualname__, inner.__doc__, inner.__defaults__, inner.__kwdefaults__)
print(inner.__closure__[0].cell_contents, inner.__dict__, inner.__code__.co_freevars, len(inner.__closure__))
print(inner.__module__ is __name__, (lambda: inner).__module__, look(1).__module__)


class Noted:
    ended = []

    def __init__(self, name):
        self.name = name

    def __del__(self):
        Noted.ended.append(self.name)


def collected(name):
    noted = Noted(name)

    def recursive(n):
        return 0 if n == 0 else len(noted.name) + recursive(n - 1)
    return recursive(3)


print([collected("cycle") for _ in range(2)])
gc.collect()
print(Noted.ended)


def many(n):
    functions = [(lambda x: lambda: x)(i) for i in range(n)]
    return sum(f() for f in functions)


print(many(50000))


def shared():
    value = 0

    def get():
        return value

    def set(new):
        nonlocal value
        value = new
    return get, set


get, set = shared()
set([1])
print(get(), get.__closure__[0] is set.__closure__[0])


def partial(f, x):
    return lambda y: f(x, y)


def folded(n):
    add = partial(lambda a, b: a + b, 10)
    result = 0
    for i in range(n):
        result = partial(lambda a, b: a * b + i, i % 3)(result % 5) + add(i)
    return result


print(folded(40))


def raises(n):
    for i in range(n):
        try:
            (lambda x: lambda y: x // y)(i)(i - 2)
        except ZeroDivisionError as error:
            trace, names = error.__traceback__, []
            while trace:
                names.append((trace.tb_frame.f_code.co_name, trace.tb_lineno))
                trace = trace.tb_next
            print(names)


raises(5)

# Functions are named after the module as it is called when they are made.
before = lambda: 0
old_name = __name__
__name__ = "other"
between = lambda: 0


def made_between():
    return (lambda: 1).__module__, [(lambda: i).__module__ for i in range(2)]


print(before.__module__, between.__module__, made_between())
globals()["__name__"] = old_name
print(before.__module__, between.__module__, made_between())
del __name__
after = lambda: 0
print(before.__module__, after.__module__, made_between())
__name__ = old_name
before.__module__ = "set"
print(before.__module__)
del before.__module__
print(before.__module__, sys.getrefcount(before) > 0)
