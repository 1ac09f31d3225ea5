# The same access site sees many shapes of objects.
class A:
    x = "A.x"
    def m(self): return "A.m"
class B(A):
    def m(self): return "B.m"
class C:
    def __init__(self): self.x = "c.x"
    def m(self): return "C.m"
class D:
    __slots__ = ("x",)
    def __init__(self): self.x = "slot"
    def m(self): return "D.m"
class E:
    def __getattr__(self, n): return (lambda: "dyn") if n == "m" else n
class F:
    x = property(lambda self: "prop")
    @classmethod
    def m(cls): return cls.__name__
class G(A):
    @staticmethod
    def m(): return "static"
def look(o): return o.x, o.m()
objs = [A(), B(), C(), D(), E(), F(), G()]
for _ in range(3):
    print([look(o) for o in objs])
a = objs[0]
a.x = "instance"
print(look(a), look(objs[1]))
A.x = "changed"
A.m = lambda self: "patched"
print(look(a), look(objs[1]), look(objs[6]))
del a.x
print(look(a))
B.x = "B.x"
print(look(objs[1]))
del B.x, B.m
print(look(objs[1]))
a.m = lambda: "instance m"
print(look(a))
objs[2].__class__ = A
print(look(objs[2]))
A.__getattr__ = lambda self, n: f"missing {n}"
print(a.nothing, objs[1].zip)
del A.__getattr__
try:
    a.nothing
except AttributeError as e:
    print(e)
def setter(o, v):
    o.y = v
    return o.y
print([setter(o, i) for i, o in enumerate([A(), B(), C(), E()])])
class H(A):
    def __setattr__(self, n, v): object.__setattr__(self, n, v * 2)
print(setter(H(), 5), setter(A(), 5))
for i in range(5):
    o = A()
    setattr(o, f"attr{i}", i)
    o.z = i
    print(vars(o), end=" ")
print()
