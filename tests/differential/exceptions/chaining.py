def show(e, depth=0):
    print(" " * depth, type(e).__name__, e.args, "cause", type(e.__cause__).__name__, "context", type(e.__context__).__name__, "suppress", e.__suppress_context__)
    if e.__cause__: show(e.__cause__, depth + 1)
    elif e.__context__: show(e.__context__, depth + 1)
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("wrapped") from e
except ValueError as e:
    show(e)
try:
    try:
        [][0]
    except IndexError:
        raise KeyError("implicit")
except KeyError as e:
    show(e)
try:
    try:
        int("x")
    except ValueError:
        raise RuntimeError("hidden") from None
except RuntimeError as e:
    show(e)
try:
    try:
        raise A if False else ValueError("1")
    except ValueError:
        try:
            raise KeyError("2")
        except KeyError:
            raise TypeError("3")
except TypeError as e:
    show(e)
try:
    raise ValueError("class cause") from KeyError
except ValueError as e:
    show(e)
def attempt(f):
    try:
        f()
    except BaseException as e:
        print(type(e).__name__, e)
def badcause(): raise ValueError("x") from 5
def badraise(): raise 5
def badraise2(): raise "text"
def badraise3(): raise None
def badraise4(): raise int
def noactive(): raise
def raisecls(): raise KeyError
def raisebad():
    class E(Exception):
        def __init__(self, need): pass
    raise E
for f in (badcause, badraise, badraise2, badraise3, badraise4, noactive, raisecls, raisebad):
    attempt(f)
e1, e2 = ValueError("e1"), KeyError("e2")
e1.__cause__ = e2
print(e1.__suppress_context__, e1.__cause__ is e2)
e1.__context__ = e2
try:
    e1.__cause__ = 5
except TypeError as e:
    print(e)
try:
    e1.__context__ = "x"
except TypeError as e:
    print(e)
