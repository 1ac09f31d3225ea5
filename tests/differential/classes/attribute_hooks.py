class Log:
    def __init__(self): object.__setattr__(self, "log", [])
    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(f"no {name}")
        self.log.append(f"getattr {name}")
        return name.upper()
    def __setattr__(self, name, value):
        self.log.append(f"set {name}={value}")
        object.__setattr__(self, name, value)
    def __delattr__(self, name):
        self.log.append(f"del {name}")
        object.__delattr__(self, name)
l = Log()
l.x = 1
l.x += 1
print(l.x, l.y, hasattr(l, "q"), hasattr(l, "_q"), getattr(l, "_z", "dflt"))
del l.x
print(l.x, l.log)
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: delattr(l, "nope"))
attempt(lambda: l._private)
class All:
    def __init__(self): self.real = "r"
    def __getattribute__(self, name):
        if name == "secret":
            raise AttributeError("hidden")
        if name.startswith("x"):
            return f"<{name}>"
        return super().__getattribute__(name)
    def meth(self): return "meth"
a = All()
attempt(lambda: (a.real, a.xyz, a.meth(), a.__class__.__name__))
attempt(lambda: a.secret)
attempt(lambda: a.other)
class Both(All):
    def __getattr__(self, name): return f"fallback {name}"
attempt(lambda: (Both().secret, Both().other, Both().real))
class Frozen:
    def __init__(self): self.__dict__["v"] = 1
    def __setattr__(self, n, v): raise AttributeError(f"frozen: {n}")
    def __delattr__(self, n): raise TypeError(f"no delete {n}")
f = Frozen()
attempt(lambda: setattr(f, "v", 2))
attempt(lambda: delattr(f, "v"))
attempt(lambda: f.v)
class Proxy:
    def __init__(self, t): self._t = t
    def __getattr__(self, n): return getattr(self._t, n)
p = Proxy([3, 1, 2])
p.append(0)
p.sort()
print(p._t, p.count(1), p.index(3))
attempt(lambda: len(p))
attempt(lambda: p.zzz)
class Err:
    def __getattr__(self, n): raise ValueError(n)
attempt(lambda: Err().x)
attempt(lambda: hasattr(Err(), "x"))
attempt(lambda: getattr(Err(), "x", 1))
class D:
    def __dir__(self): return ["b", "a"]
print(dir(D()), [n for n in dir(l) if n == "log"])
