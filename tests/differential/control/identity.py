nothing = None
a = b = [1]
c = [1]
print(a is b, a is c, a is not c, a == c, None is None, True is True, (1 < 2) is True, not None is True if False else "ok", id(a) == id(b), id(a) == id(c), type(a) is list)
def f(): return None
print(f() is None, f() is not None, (lambda: 0)() is None, ... is Ellipsis, NotImplemented is NotImplemented, None == False, None == 0, bool(None))
x = object()
y = x
print(x is y, x == y, x is object(), x in [y], [x] == [y], [x].index(y), {x: 1}[y])
class Sentinel:
    def __eq__(self, o): return True
    def __ne__(self, o): return False
    __hash__ = object.__hash__
s = Sentinel()
print(s == None, s is None, None == s, s != 5, s in [1], 1 in [s])
def default(arg=None):
    if arg is None: arg = []
    arg.append(1)
    return arg
print(default() is default(), default([0]))
print(type(None)(), type(...)(), type(NotImplemented)(), repr(...), repr(NotImplemented), str(None), None.__class__.__name__)
try:
    None.x
except AttributeError as e:
    print(e)
try:
    nothing()
except TypeError as e:
    print(e)
try:
    nothing[0]
except TypeError as e:
    print(e)
try:
    None + 1
except TypeError as e:
    print(e)
try:
    for q in None: pass
except TypeError as e:
    print(e)
try:
    len(None)
except TypeError as e:
    print(e)
try:
    None < None
except TypeError as e:
    print(e)
try:
    None.x = 1
except AttributeError as e:
    print(e)
t = (1, [2])
u = t
print(t is u, t[1] is u[1], tuple(t) is t, list(t) is t, t[:] is t, "".join(["a"]) == "a")
ni = NotImplemented
try:
    if ni: pass
    print("truth of NotImplemented")
except TypeError as e:
    print(e)
