class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        print("new", name, [b.__name__ for b in bases], sorted(k for k in ns if not k.startswith("__")), kw)
        ns["added"] = name.lower()
        return super().__new__(mcls, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print("init", name)
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print("call", cls.__name__, a, k)
        return super().__call__(*a, **k)
    def __repr__(cls): return f"<class {cls.__name__}>"
    def __len__(cls): return 42
    def __iter__(cls): return iter("xyz")
    def __contains__(cls, x): return x == "in"
    def __getitem__(cls, k): return (cls.__name__, k)
    def __getattr__(cls, n): return f"meta {n}"
    @property
    def mp(cls): return "metaprop"
    def mm(cls): return "metamethod of " + cls.__name__
class A(metaclass=Meta, flag=1):
    x = 1
    def __init__(self, v=0): self.v = v
class B(A):
    y = 2
print(A, B, repr(B), len(A), list(A), "in" in A, A[5], A.zzz, A.mp, B.mm(), A.added, B.added, type(A).__name__, type(B) is Meta, isinstance(A, Meta), B(5).v, B().added)
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: A().mm())
attempt(lambda: A().mp)
class Single(type):
    insts = {}
    def __call__(cls, *a):
        if cls not in Single.insts:
            Single.insts[cls] = super().__call__(*a)
        return Single.insts[cls]
class S(metaclass=Single):
    def __init__(self): print("S init")
print(S() is S())
class M2(type): pass
def conflict():
    class X(A, metaclass=M2): pass
attempt(conflict)
def func_meta(name, bases, ns): return (name, bases, sorted(k for k in ns if k[0] != "_"))
class F(metaclass=func_meta):
    q = 1
print(F)
class Prep(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        print("prepare", name)
        return {"injected": 7}
class P(metaclass=Prep):
    got = injected + 1
print(P.got, P.injected)
X = type("X", (object,), {"a": 1, "m": lambda self: self.a})
print(X().m(), X.__name__, type(X))
class Inst(type):
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, c): return c is int
class I(metaclass=Inst): pass
print(isinstance(5, I), isinstance(6, I), issubclass(int, I), issubclass(str, I))
