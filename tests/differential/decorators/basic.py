def trace(f):
    def wrapper(*a, **k):
        print("->", f.__name__, a, k)
        r = f(*a, **k)
        print("<-", r)
        return r
    return wrapper
@trace
def add(a, b=1):
    return a + b
add(1); add(1, b=5)
print(add.__name__)
def tag(name):
    print("make", name)
    def deco(f):
        print("apply", name)
        return lambda *a: f"<{name}>{f(*a)}</{name}>"
    return deco
@tag("b")
@tag("i")
def hello(x):
    return x
print(hello("hi"))
registry = {}
def register(key):
    def d(f):
        registry[key] = f
        return f
    return d
@register("one")
def f1(): return 1
@register("two")
class K: pass
print(sorted(registry), registry["one"](), registry["two"] is K)
class Deco:
    def __init__(self, f):
        self.f, self.calls = f, 0
    def __call__(self, *a):
        self.calls += 1
        return self.f(*a)
@Deco
def sq(x): return x * x
print(sq(3), sq(4), sq.calls)
@(lambda f: print(f.__name__))
def printed(): pass
print(printed)
@lambda f: 42
def answer(): pass
print(answer)
class Meth:
    @trace
    def m(self, x):
        return x * 2
    @staticmethod
    @trace
    def s(x):
        return -x
    @property
    def p(self): return "prop"
    @p.setter
    def p(self, v): print("set", v)
    @p.deleter
    def p(self): print("del")
m = Meth()
m.s(3); print(m.p); m.p = 5
del m.p
decos = [lambda f: (lambda: f() + 1)]
@decos[0]
def ten(): return 10
print(ten())
def twice(c):
    c.twice = lambda self: self.v * 2
    return c
@twice
class V:
    def __init__(self): self.v = 21
print(V().twice())
