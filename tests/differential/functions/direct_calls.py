# Calls that go straight to a function's entry, and what keeps them from it.
import sys


def two(a, b):
    return (a, b)


def with_default(a, b=5):
    return (a, b)


def spread(*a):
    return a


def only_keyword(a, *, k=1):
    return (a, k)


def produce(a):
    yield a


def call_all(functions, *arguments):
    found = []
    for f in functions:
        try:
            result = f(*arguments[:1]) if len(arguments) == 1 else f(arguments[0], arguments[1])
            found.append(list(result) if hasattr(result, "__next__") else result)
        except TypeError as e:
            found.append(str(e))
    return found


def one(f, a):
    try:
        return f(a)
    except TypeError as e:
        return str(e)


class Callable:
    def __call__(self, *a):
        return ("called", a)


class Plain:
    def __init__(self, a):
        self.a = a

    def method(self, b):
        return (self.a, b)


class NoInit:
    pass


class WithNew:
    def __new__(cls, a):
        return ("new", a)


class BadInit:
    def __init__(self, a):
        return a


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


class Deep:
    def down(self, n):
        return 0 if n == 0 else 1 + self.down(n - 1)


def replaced(a):
    global replaced
    replaced = lambda a: ("replacement", a)
    return ("original", a, replaced(a))


class Vanishing:
    def method(self):
        del Vanishing.method
        return "still here"


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def consume(x):
    x = None
    return "consumed"


def main():
    functions = [two, with_default, spread, only_keyword, produce, Callable(), Plain(1).method, len, Plain, NoInit,
                 WithNew, BadInit, lambda a: ("lambda", a), 5, None, int]
    print(call_all(functions[:8], 1, 2))
    for f in functions:
        result = one(f, 3)
        if isinstance(result, Plain):
            result = result.a
        elif hasattr(result, "__next__"):
            result = list(result)
        print(result)
    # The function changes under its callers.
    f = lambda a: ("first", a)
    for i in range(3):
        print(one(f, i))
        f.__code__ = (lambda a, b=7: ("second", a, b)).__code__
        f.__defaults__ = (8,) if i else None
    print(one(f, 1))
    print(replaced(1), replaced(2))
    v = Vanishing()
    print(v.method(), hasattr(v, "method"))
    # Depth.
    print(depth(500), Deep().down(400))
    for attempt in (lambda: depth(100000), lambda: Deep().down(100000)):
        try:
            attempt()
        except RecursionError as e:
            print(type(e).__name__, str(e)[:32])
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(1300)
    print(depth(1200))
    sys.setrecursionlimit(limit)
    try:
        depth(limit + 10)
    except RecursionError:
        print("limited again")
    # len, as it is and as it is not.
    print([len(x) for x in ([1], (1, 2), "abc", {1: 2}, {3}, range(5), b"xy")])
    try:
        len(5)
    except TypeError as e:
        print(e)
    print(shadowed_len([1, 2, 3]))
    names = []
    name = Noisy("a")
    names.append(name)
    del name
    print(consume(Noisy("b")))
    names.clear()


def shadowed_len(x):
    global len
    first = len(x)
    len = lambda x: "not " + str(first)
    second = len(x)
    del len
    return first, second, len(x)


main()
