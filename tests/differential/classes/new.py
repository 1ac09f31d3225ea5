class A:
    def __new__(cls, *a, **k):
        print("new", cls.__name__, a, k)
        self = super().__new__(cls)
        self.made = True
        return self
    def __init__(self, *a, **k):
        print("init", a, k)
A(1, b=2)
class B(A):
    def __new__(cls, v):
        if v == 0:
            return "not an instance"
        return super().__new__(cls)
    def __init__(self, v): self.v = v
print(B(0), B(1).v, B(1).made)
class Cached:
    pool = {}
    def __new__(cls, k):
        if k not in cls.pool:
            cls.pool[k] = super().__new__(cls)
        return cls.pool[k]
    def __init__(self, k): self.k = k
print(Cached(1) is Cached(1), Cached(1) is Cached(2), len(Cached.pool))
class T(tuple):
    def __new__(cls, *items): return super().__new__(cls, items)
class S(str):
    def __new__(cls, v): return super().__new__(cls, v.upper())
class F(float):
    def __new__(cls, v): return super().__new__(cls, v * 2)
print(T(1, 2), S("abc"), F(1.5), type(T()).__name__, T(3) + (4,))
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class NoArgs: pass
class WithInit:
    def __init__(self, x): pass
class WithNew:
    def __new__(cls, x): return super().__new__(cls)
class BadNew:
    def __new__(cls, x): return super().__new__(cls, x)
class BadInit:
    def __init__(self): return 5
class Over:
    def __init__(self, x): super().__init__(x)
attempt(lambda: NoArgs(1))
attempt(lambda: WithInit())
attempt(lambda: WithNew())
attempt(lambda: WithNew(1) is not None)
attempt(lambda: BadNew(1))
attempt(lambda: BadInit())
attempt(lambda: Over(1))
attempt(lambda: object.__new__(int))
attempt(lambda: int.__new__(str))
attempt(lambda: object.__new__(NoArgs).__class__.__name__)
attempt(lambda: NoArgs.__new__(NoArgs).__class__.__name__)
o = object.__new__(WithInit)
print(o.__dict__, type(o).__name__)
