class Temp:
    def __init__(self, c): self._c = c
    @property
    def c(self):
        """Celsius."""
        return self._c
    @c.setter
    def c(self, v):
        if v < -273.15:
            raise ValueError(f"too cold: {v}")
        self._c = v
    @c.deleter
    def c(self):
        print("deleting")
        del self._c
    @property
    def f(self): return self.c * 9 / 5 + 32
    k = property(lambda self: self._c + 273.15, None, None, "Kelvin")
t = Temp(20)
t.c = 25
t.c += 5
print(t.c, t.f, t.k, Temp.c.__doc__, Temp.k.__doc__, type(Temp.c).__name__, Temp.c.fget is not None, Temp.f.fset, t.__dict__)
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: setattr(t, "c", -300))
attempt(lambda: setattr(t, "f", 1))
attempt(lambda: delattr(t, "f"))
attempt(lambda: setattr(t, "k", 1))
attempt(lambda: Temp.c.fget(t))
attempt(lambda: Temp.c.__get__(t))
del t.c
attempt(lambda: t.c)
class Sub(Temp):
    @property
    def c(self): return super().c + 1000
    @Temp.f.setter
    def f(self, v): self._c = (v - 32) * 5 / 9
s = Sub(1)
print(s.c)
s.f = 212
print(s._c, s.f)
attempt(lambda: setattr(s, "c", 1))
class W:
    x = property()
attempt(lambda: W().x)
attempt(lambda: setattr(W(), "x", 1))
attempt(lambda: delattr(W(), "x"))
class Raiser:
    @property
    def p(self): raise AttributeError("inner")
    @property
    def q(self): return self.missing
    def __getattr__(self, name): return f"fallback {name}"
print(Raiser().p, Raiser().q)
class Lazy:
    @property
    def value(self):
        if not hasattr(self, "_v"):
            print("computing")
            self._v = 42
        return self._v
l = Lazy()
print(l.value, l.value)
t2 = Temp(5)
t2.__dict__["c"] = "shadow"
print(t2.c, t2.__dict__)
