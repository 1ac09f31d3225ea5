"""Tracebacks are made when somebody looks: at any moment, more than once, and after the exception went on."""
import sys


def lines(tb):
    result = []
    while tb:
        result.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return result


def fail(i):
    raise ValueError(i)


def down(depth, i):
    if depth == 0:
        fail(i)
    down(depth - 1, i)


# Never looked at, looked at once, longer than any part of a log.
for depth in (0, 1, 3, 4, 5, 6, 11, 40):
    try:
        down(depth, depth)
    except ValueError as e:
        first = e.__traceback__
        print(depth, len(lines(first)), lines(first)[-2:], first is e.__traceback__)


# Looked at on the way: what was there stays what it is, the rest is added in front of it.
def looks(depth):
    try:
        down(depth, 0)
    except ValueError as e:
        looks.seen = e.__traceback__
        raise


def passes(depth):
    looks(depth)


for depth in (0, 7):
    try:
        passes(depth)
    except ValueError as e:
        tb = e.__traceback__
        print(lines(tb))
        while tb is not looks.seen:
            tb = tb.tb_next
        print(lines(tb))


# The same exception raised again and again.
error = KeyError('k')
for i in range(3):
    try:
        raise error
    except KeyError:
        pass
print(lines(error.__traceback__))
for i in range(2):
    try:
        raise error
    except KeyError:
        pass
print(lines(error.__traceback__))
error.__traceback__ = None
try:
    raise error
except KeyError:
    print(len(lines(error.__traceback__)))
try:
    raise error.with_traceback(None)
except KeyError as e:
    print(len(lines(e.__traceback__)), e is error)


# sys.exc_info, with, finally, generators.
class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        print(kind.__name__, value.args, len(lines(tb)), tb is value.__traceback__)
        return True


with Manager():
    down(2, 'in with')
try:
    down(1, 'info')
except ValueError:
    print(sys.exc_info()[2] is sys.exception().__traceback__, len(lines(sys.exc_info()[2])))


def generator():
    try:
        yield 1
    except ValueError as e:
        print('in generator', [name for name, line in lines(e.__traceback__)])
        raise
    finally:
        print('finally', sys.exception())


g = generator()
next(g)
try:
    try:
        down(0, 'thrown')
    except ValueError as e:
        g.throw(e)
except ValueError as e:
    print([name for name, line in lines(e.__traceback__)])


# What is handled while finally runs, and afterwards.
def cleans():
    try:
        down(1, 'cleaned')
    finally:
        print(repr(sys.exception()))
        try:
            raise TypeError('inner')
        except TypeError as e:
            print(repr(e.__context__), repr(sys.exception()))
        print(repr(sys.exception()))


try:
    cleans()
except ValueError as e:
    print(repr(e), e.__context__, [name for name, line in lines(e.__traceback__)])
print(sys.exception())


def chained():
    try:
        raise ValueError('first')
    finally:
        raise TypeError('second')


try:
    chained()
except TypeError as e:
    print(repr(e), repr(e.__context__), len(lines(e.__traceback__)), len(lines(e.__context__.__traceback__)))


# A cycle through the exception's own traceback.
def cycle():
    kept = []
    try:
        raise ValueError('cycle')
    except ValueError as e:
        kept.append(e)
    return kept[0]


for i in range(3):
    cycle()
try:
    raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
except ExceptionGroup as e:
    part = e.subgroup(ValueError)
    print(part.exceptions, len(lines(part.__traceback__)), part.__traceback__ is e.__traceback__)
