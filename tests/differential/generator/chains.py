# oracle: native
"""Generators that delegate to generators, many deep: who runs, who ends, and what passes through them."""
import sys


def nested(depth, body):
    if depth == 0:
        return (yield from body())
    result = yield from nested(depth - 1, body)
    return (depth, result) if depth % 50 == 0 else result


def echo():
    got = []
    for i in range(4):
        got.append((yield i))
    return got


for depth in (0, 1, 2, 5, 63, 64, 65, 130, 200):
    g = nested(depth, echo)
    print(depth, next(g), g.send("a"), g.send("b"), next(g), end=" ")
    try:
        g.send("c")
    except StopIteration as stop:
        print(stop.value)
    print(list(g), g.gi_running, g.gi_yieldfrom)


# Each level goes on after its delegate, and begins another one.
def tree(depth):
    if depth:
        left = yield from tree(depth - 1)
        yield depth
        right = yield from tree(depth - 1)
        return left + right + 1
    return 1


def walk(depth):
    size = yield from tree(depth)
    yield -size


print(list(walk(5)))


# Exceptions from the innermost one, caught on the way or not.
def failing():
    yield 1
    yield 2
    raise ValueError("inner")


def catching(depth):
    if depth == 3:
        try:
            yield from catching(depth - 1)
        except ValueError as error:
            yield f"caught {error} {sys.exception() is error}"
            try:
                yield from catching(0)
            except ValueError as second:
                yield (str(second.__context__), second.__context__ is error)
        return
    yield from catching(depth - 1) if depth else failing()


print(list(catching(6)))
try:
    for item in nested(3, failing):
        print(item, end=" ")
except ValueError as error:
    names, trace = [], error.__traceback__
    while trace:
        names.append((trace.tb_frame.f_code.co_name, trace.tb_lineno - trace.tb_frame.f_code.co_firstlineno))
        trace = trace.tb_next
    print(names)


def stops():
    yield 1
    raise StopIteration("early")


try:
    list(nested(2, stops))
except RuntimeError as error:
    print(error, repr(error.__cause__))


# throw and close in the middle, and what runs at the end.
def careful(name, inner):
    try:
        yield from inner
    except KeyError as error:
        yield name, error.args
    finally:
        print("end of", name)


g = careful("a", careful("b", careful("c", iter("xyz"))))
print(next(g), g.throw(KeyError("k")), next(g, "over"))
g = careful("a", careful("b", echo()))
print(next(g), next(g))
g.close()
g = careful("a", careful("b", echo()))
next(g)
del g


# Who is running; nobody can resume what runs.
def asks():
    yield [g.gi_running for g in chain], [g.gi_yieldfrom is None for g in chain]
    for g in chain:
        try:
            next(g)
        except ValueError as error:
            print(error, end=" ")
    yield [g.gi_suspended for g in chain]


def over(inner):
    yield from inner


chain = [asks()]
for i in range(3):
    chain.append(over(chain[-1]))
print(next(chain[-1]), next(chain[-1]), [g.gi_running for g in chain], [g.gi_yieldfrom is None for g in chain])

# The innermost one is driven from outside in between, and ended.
inner = echo()
outer = over(over(inner))
print(next(outer), next(inner), next(outer), list(inner), list(outer))

# Replaced while it runs; a list in the middle; an iterator with its own send.
def mixed():
    yield from [1, 2]
    yield from over(over(range(3)))
    yield from (x * x for x in range(3))


print(list(over(over(mixed()))))


class Sends:
    def __init__(self):
        self.got = []

    def __iter__(self):
        return self

    def __next__(self):
        return self.send(None)

    def send(self, value):
        self.got.append(value)
        if len(self.got) > 3:
            raise StopIteration(self.got)
        return len(self.got)


def result_of(inner):
    print((yield from inner))


g = result_of(nested(4, Sends))
print(next(g), g.send("s"), g.send("t"), next(g, None))


# A generator that handles an exception while it delegates.
def handling(inner):
    try:
        raise IndexError("outer")
    except IndexError:
        yield from inner
        yield repr(sys.exception())


def sees():
    yield repr(sys.exception())
    yield repr(sys.exception())


print(list(over(handling(over(sees())))), list(handling(over(handling(sees())))))


# As deep as a program may be.
def endless(depth):
    yield depth
    yield from endless(depth + 1)


try:
    for depth in endless(0):
        pass
except RecursionError as error:
    print(type(error).__name__, depth > 100)


# The last reference goes away while it runs.
def drops():
    yield 1
    holder.clear()
    yield 2


holder = [over(over(drops()))]
print(next(holder[0]), next(holder[0]), holder)
