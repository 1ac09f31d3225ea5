class A:
    v = "A.v"
    def m(self, x): return f"A.m({x})"
    @classmethod
    def c(cls): return f"A.c {cls.__name__}"
    @staticmethod
    def s(): return "A.s"
    @property
    def p(self): return "A.p"
class B(A):
    v = "B.v"
    def m(self, x): return "B>" + super().m(x + 1)
    @classmethod
    def c(cls): return "B>" + super().c()
    @staticmethod
    def s(): return "B>" + super(B, B).s()
    @property
    def p(self): return "B>" + super().p
    def attrs(self): return super().v, self.v, super().__init__ is not None
    def via(self):
        s = super()
        return s.m(0), s.p, type(s).__name__
    def nested(self):
        def inner():
            return super(B, self).m("n")
        return inner(), [super(B, self).m(i) for i in range(2)], (lambda: super(B, self).v)()
    def gen(self):
        yield super().m("g")
b = B()
print(b.m(1), b.c(), B.c(), b.s(), b.p, b.attrs(), b.via(), b.nested(), list(b.gen()))
print(super(B, b).m(5), super(B, B).c(), super(B, b).v)
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class C(A):
    def bad(self): return super().nope
    def bad2(self): return super().nope()
    def bad3(): return super()
    def bad4(self):
        super().v = 5
attempt(lambda: C().bad())
attempt(lambda: C().bad2())
attempt(lambda: C.bad3())
attempt(lambda: C().bad4())
attempt(lambda: super(B, A()).m(1))
attempt(lambda: super(5, 5))
def outside(self): return super().m(1)
attempt(lambda: outside(b))
C.outside = outside
attempt(lambda: C().outside())
class D(B):
    def m(self, x):
        self2 = self
        return super().m(x) if x < 10 else super(B, self).m(x)
print(D().m(1), D().m(20))
class E(A):
    def __getattr__(self, n): return "E." + n
    def t(self): return super().m(1), self.zzz
print(E().t())
class F(dict):
    def __getitem__(self, k): return super().get(k, "dflt") if k != "x" else super().__getitem__(k)
f = F(x=1)
print(f["x"], f["y"])
