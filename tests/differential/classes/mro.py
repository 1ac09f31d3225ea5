class A:
    def who(self): return "A"
class B(A):
    def who(self): return "B" + super().who()
class C(A):
    def who(self): return "C" + super().who()
class D(B, C):
    def who(self): return "D" + super().who()
class E(C, B):
    def who(self): return "E" + super().who()
print(D().who(), E().who(), [k.__name__ for k in D.__mro__], [k.__name__ for k in E.mro()])
class X: pass
class Y: pass
class XY(X, Y): pass
class YX(Y, X): pass
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
def conflict():
    class Z(XY, YX): pass
def duplicate():
    class Z(X, X): pass
def order():
    class Z(A, B): pass
def layout():
    class Z(int, str): pass
def final():
    class Z(bool): pass
def notype():
    class Z(5): pass
def fn():
    class Z(len): pass
def none():
    class Z(type(None)): pass
def rng():
    class Z(range): pass
def objfirst():
    class Z(object, A): pass
for f in (conflict, duplicate, order, layout, final, notype, fn, none, rng, objfirst):
    attempt(f)
class F(XY, Y): pass
print([k.__name__ for k in F.__mro__])
class Init1:
    def __init__(self, **kw):
        print("Init1", kw)
        super().__init__(**kw)
class Init2:
    def __init__(self, b=0, **kw):
        print("Init2", b, kw)
        super().__init__(**kw)
class Both(Init1, Init2):
    def __init__(self, a, **kw):
        print("Both", a, kw)
        super().__init__(**kw)
Both(1, b=2)
attempt(lambda: Both(1, c=3))
class O(object): pass
print(O.__mro__, O.__bases__, object.__bases__, object.__mro__, type.__mro__)
class M1:
    x = 1
class M2:
    x, y = 2, 2
class M3(M1, M2): pass
print(M3.x, M3.y, M3().x)
