import sys
def f():
    raise ValueError("x")
try:
    f()
except ValueError as e:
    tb = e.__traceback__
    print(type(tb).__name__, tb.tb_lineno, tb.tb_next.tb_lineno, tb.tb_next.tb_next)
    print(sys.exc_info()[0].__name__, sys.exc_info()[1] is e, sys.exc_info()[2] is tb, sys.exception() is e)
print(sys.exc_info(), sys.exception())
e = ValueError("y")
print(e.__traceback__, e.with_traceback(None) is e, e.with_traceback(tb).__traceback__ is tb)
try:
    e.with_traceback(5)
except TypeError as t:
    print(t)
def g():
    try:
        raise KeyError("a")
    except KeyError:
        try:
            raise IndexError("b")
        except IndexError:
            print(type(sys.exception()).__name__)
        print(type(sys.exception()).__name__)
    print(sys.exception())
g()
def gen():
    try:
        raise KeyError("in gen")
    except KeyError:
        yield type(sys.exception()).__name__
        yield type(sys.exception()).__name__
for x in gen():
    print(x, sys.exception())
del tb, e
