def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class A:
    def __init__(self, x, y=1):
        self.x = x
    def m(self): pass
    def n(self, a, b): pass
    @classmethod
    def c(cls, a): pass
    @staticmethod
    def s(a): pass
    def __call__(self, z): pass
class B: pass
class C:
    def __new__(cls): return object.__new__(cls)
def outer():
    def inner(a): pass
    return inner
a = A(1)
attempt(lambda: A())
attempt(lambda: A(1, 2, 3))
attempt(lambda: A(1, z=2))
attempt(lambda: A(1, x=2))
attempt(lambda: a.m(1))
attempt(lambda: a.n(1))
attempt(lambda: a.n())
attempt(lambda: a.n(1, 2, 3))
attempt(lambda: A.m())
attempt(lambda: A.n(1))
attempt(lambda: a.c())
attempt(lambda: A.c(1, 2))
attempt(lambda: A.s())
attempt(lambda: a.s(1, 2))
attempt(lambda: a())
attempt(lambda: a(1, 2))
attempt(lambda: a(y=1))
attempt(lambda: B(1))
attempt(lambda: B(x=1))
attempt(lambda: C(1))
attempt(lambda: B()())
attempt(lambda: outer()())
attempt(lambda: outer()(1, 2))
attempt(lambda: object(1))
attempt(lambda: object.__new__())
attempt(lambda: object.__new__(5))
attempt(lambda: A.__init__())
attempt(lambda: A.__init__(a))
attempt(lambda: B().m)
attempt(lambda: A.zzz)
attempt(lambda: a.zzz())
