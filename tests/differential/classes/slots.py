class P:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
p = P(1, 2)
p.x += 10
print(p.x, p.y, P.__slots__, hasattr(p, "__dict__"), type(P.x).__name__)
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: setattr(p, "z", 1))
attempt(lambda: p.z)
attempt(lambda: p.__dict__)
attempt(lambda: delattr(p, "x"))
attempt(lambda: p.x)
attempt(lambda: delattr(p, "x"))
attempt(lambda: setattr(p, "x", 5))
attempt(lambda: p.x)
class Q(P):
    __slots__ = ("z",)
class R(P): pass
q, r = Q(1, 2), R(3, 4)
q.z = 3
r.w = 9
print(q.x, q.z, r.w, r.__dict__, r.x)
attempt(lambda: setattr(q, "w", 1))
class One:
    __slots__ = "only"
o = One()
attempt(lambda: o.only)
o.only = 1
print(o.only, One.__slots__)
class D:
    __slots__ = ("a", "__dict__")
d = D()
d.a = 1
d.b = 2
print(d.__dict__, d.a)
class E:
    __slots__ = ()
    c = 5
attempt(lambda: setattr(E(), "c", 1))
print(E().c)
def conflict():
    class F:
        __slots__ = ("a",)
        a = 1
attempt(conflict)
def badname():
    class F:
        __slots__ = ("1a",)
attempt(badname)
def badtype():
    class F:
        __slots__ = (5,)
attempt(badtype)
def multi():
    class A:
        __slots__ = ("a",)
    class B:
        __slots__ = ("b",)
    class C(A, B): pass
attempt(multi)
class Priv:
    __slots__ = ("__v",)
    def __init__(self): self.__v = 3
    def get(self): return self.__v
print(Priv().get(), Priv()._Priv__v)
class Redef(P):
    __slots__ = ("x",)
rd = Redef(1, 2)
print(rd.x, P.x.__get__(rd) if False else rd.y)
