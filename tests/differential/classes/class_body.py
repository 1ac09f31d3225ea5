class A:
    x = 1
    y = x + 1
    for i in range(3):
        z = i * 10
    if y > 1:
        def cond(self): return "defined"
    else:
        def cond(self): return "other"
    try:
        1 / 0
    except ZeroDivisionError as e:
        msg = str(e)
    items = [1, 2, 3]
    total = sum(items)
    print("in body", x, y)
    def __init__(self): self.own = A.x
    class Inner:
        v = "inner"
        def m(self): return "Inner.m"
    lam = lambda self: self.x * 100
    a, b = 5, 6
    del b
    global G
    G = "global from class"
print(A.y, A.z, A.i, A().cond(), A.msg, A.total, A.Inner.v, A.Inner().m(), A().lam(), A.a, hasattr(A, "b"), G, A.Inner.__qualname__, A.Inner().m.__qualname__, A.__qualname__)
A.x = 50
print(A().own, A().lam(), A.y)
def make(n):
    class Local:
        size = n
        def get(self): return n, self.size, __class__.__name__
    return Local
L1, L2 = make(1), make(2)
print(L1().get(), L2().get(), L1 is L2, L1.__qualname__, L1.__name__, isinstance(L1(), L2))
class WithDoc:
    "doc here"
    __slots__ = ()
print(WithDoc.__doc__, A.__doc__)
class Anno:
    a: int
    b: str = "x"
print(Anno.b, hasattr(Anno, "a"), sorted(Anno.__annotations__))
def attempt(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
def raises():
    class R:
        v = undefined_here
def raises2():
    class R:
        raise ValueError("in body")
attempt(raises)
attempt(raises2)
A.dyn = lambda self, k: self.x + k
print(A().dyn(5))
del A.dyn
attempt(lambda: A().dyn(1))
def setcls(): int.foo = 1
def setcls2(): A.__name__ = 5
attempt(setcls)
attempt(setcls2)
A.__name__ = "Renamed"
print(A.__name__, A)
print([k for k in A.__dict__ if not k.startswith("__")][:6], type(A.__dict__).__name__)
o = A()
o.__class__ = L1
print(type(o) is L1, o.get())
