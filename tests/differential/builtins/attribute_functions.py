class A:
    x = 1
    def __init__(self): self.y = 2
    def m(self): return "m"
a = A()
print(getattr(a, "x"), getattr(a, "y"), getattr(a, "m")(), getattr(a, "zz", "default"), getattr(A, "x"), getattr("abc", "upper")(), getattr([], "append").__name__)
setattr(a, "z", 3); setattr(A, "cls", 4); setattr(a, "odd name", 5)
print(a.z, a.cls, getattr(a, "odd name"), hasattr(a, "z"), hasattr(a, "q"), hasattr(A, "y"), hasattr(5, "real"), hasattr("", "nope"))
delattr(a, "z")
print(hasattr(a, "z"), vars(a), vars(A)["x"], sorted(k for k in vars(A) if k[0] != "_"))
print(callable(print), callable(A), callable(a), callable(a.m), callable(5), callable(lambda: 0), callable(None), callable("x".upper))
print(id(a) == id(a), id(a) == id(A()), isinstance(id(a), int))
print([n for n in dir(a) if n[0] != "_"], [n for n in dir(A) if n[0] != "_"], "append" in dir([]), "upper" in dir(str), "__init__" in dir(a))
def f():
    x = 1
    return dir(), vars() == locals()
print(f())
for name in ("x", "m", "none"):
    try:
        print(name, type(getattr(a, name)).__name__)
    except AttributeError as e:
        print(e)
class Dyn:
    def __getattr__(self, n):
        if n.startswith("dyn_"): return n[4:]
        raise AttributeError(n)
print(hasattr(Dyn(), "dyn_x"), hasattr(Dyn(), "x"), getattr(Dyn(), "dyn_y"), getattr(Dyn(), "q", None))
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: getattr(a, 5))
attempt(lambda: setattr(a, 5, 1))
attempt(lambda: vars(5))
attempt(lambda: setattr(5, "x", 1))
attempt(lambda: setattr(int, "x", 1))
attempt(lambda: setattr([], "x", 1))
attempt(lambda: delattr(a, "nope"))
attempt(lambda: a.nope)
attempt(lambda: A.nope)
attempt(lambda: (5).nope)
attempt(lambda: "".nope)
attempt(lambda: len.nope)
attempt(lambda: f.nope)
attempt(lambda: setattr(len, "x", 1))
attempt(lambda: setattr(object(), "x", 1))
attempt(lambda: setattr("", "x", 1))
attempt(lambda: setattr(a.m, "x", 1))
