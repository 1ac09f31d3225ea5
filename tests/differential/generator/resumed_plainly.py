# Generators that are resumed while nothing is handled, and what can be otherwise when a step ends.
import sys


def handled():
    return repr(sys.exc_info()[1])


def yields_in_handler():
    try:
        raise ValueError("inside")
    except ValueError:
        yield handled()
        yield handled()
        try:
            yield [1][5]
        except IndexError as e:
            yield repr(e.__context__)
    yield handled()


g = yields_in_handler()
for value in g:
    print(value, handled())
try:
    raise KeyError("outside")
except KeyError:
    for value in yields_in_handler():
        print(value, handled())
print(handled())

mixed = yields_in_handler()
print(next(mixed), handled())
try:
    raise KeyError("later")
except KeyError:
    print(next(mixed), handled())
print(next(mixed), handled())
print(next(mixed), handled())
print(list(mixed))


class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


def drops_itself():
    global own
    held = D("frame")
    yield 1
    own = None
    print("dropped")
    yield 2


own = drops_itself()
print(next(own))
print(own.__next__())
print("behind")


def ends_in_handler(how):
    try:
        yield 1
        raise ValueError(how)
    except ValueError as e:
        if how == "return":
            return 5
        if how == "raise":
            raise TypeError("other")
        if how == "stop":
            raise StopIteration(3)
        raise


for how in ("return", "raise", "stop", "again"):
    try:
        g = ends_in_handler(how)
        for value in g:
            print(value)
        print("ended", how)
    except (TypeError, RuntimeError, ValueError) as e:
        print(type(e).__name__, e, repr(e.__context__), repr(e.__cause__))
    print(handled(), list(g))


def delegates():
    got = yield from ends_in_handler("return")
    print("got", got)
    yield got


print(list(delegates()))


def itself():
    yield next(recursive)


recursive = itself()
try:
    next(recursive)
except ValueError as e:
    print(e)


def deep(n):
    if n:
        yield from deep(n - 1)
    yield n


print(sum(deep(50)))


def too_deep(n):
    yield from too_deep(n + 1)


try:
    list(too_deep(0))
except RecursionError as e:
    print("RecursionError")
print(sum(x for x in deep(9)), max(x * 2 for x in deep(9)), any(x > 5 for x in deep(9)), list(x for x in deep(3)))


def sends():
    got = None
    while True:
        got = yield got
        if got == "stop":
            return "done"


s = sends()
next(s)
print(s.send(1), s.send(D("sent").n), s.send(None))
try:
    s.send("stop")
except StopIteration as e:
    print(e.value)
