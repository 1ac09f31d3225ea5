class A:
    count = 0
    def __init__(self):
        A.count += 1
    @classmethod
    def make(cls, n):
        return [cls() for _ in range(n)]
    @classmethod
    def total(cls):
        return cls.count
    @staticmethod
    def util(a, b=2):
        return a * b
    def inst(self):
        return self.util(3), self.make(1)[0].__class__.__name__
class B(A):
    @classmethod
    def make(cls, n):
        return super().make(n) + ["B"]
    @staticmethod
    def util(a, b=10):
        return A.util(a, b)
print([type(x).__name__ for x in A.make(2)], [getattr(type(x), "__name__") for x in B.make(1)], A.total(), B.total(), A().make(1) != [], A.util(2), B.util(2), A().util(5, 5))
B.count = 100
print(A.count, B.count, B().inst() if False else "", A.count)
m = A.make
print(m.__self__ is A, m.__func__.__name__, type(m).__name__, type(A.util).__name__, type(A.__dict__["make"]).__name__, type(A.__dict__["util"]).__name__, B.make.__self__ is B)
class Date:
    def __init__(self, y, m, d): self.t = (y, m, d)
    @classmethod
    def parse(cls, s): return cls(*map(int, s.split("-")))
    def __repr__(self): return f"{type(self).__name__}{self.t}"
class Sub(Date): pass
print(Date.parse("2024-01-31"), Sub.parse("1999-12-01"), Sub(1, 2, 3).parse("4-5-6"))
class C:
    f = staticmethod(lambda x: x + 1)
    g = classmethod(lambda cls, x: (cls.__name__, x))
    h = len
    k = lambda self: "method"
print(C.f(1), C().f(2), C.g(3), C().g(4), C.h("abc"), C().h("abcd"), C().k())
sm = staticmethod(len)
print(sm("abc"), type(sm).__name__, sm.__func__ is len)
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: C.k())
attempt(lambda: classmethod(5)())
attempt(lambda: staticmethod())
