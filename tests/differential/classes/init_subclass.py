class Plugin:
    registry = {}
    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        print("init_subclass", cls.__name__, name)
        Plugin.registry[name or cls.__name__] = cls
class A(Plugin, name="alpha"): pass
class B(Plugin): pass
class C(A, name="gamma"):
    x = 1
print(sorted(Plugin.registry), Plugin.registry["gamma"].x)
def attempt(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
def bad():
    class D(Plugin, other=1): pass
def bad2():
    class E(name="x"): pass
def bad3():
    class Q:
        def __init_subclass__(cls, req): pass
    class R(Q): pass
for f in (bad, bad2, bad3):
    attempt(f)
class Validate:
    required = ()
    def __init_subclass__(cls):
        missing = [r for r in cls.required if not hasattr(cls, r)]
        if missing:
            raise TypeError(f"{cls.__name__} lacks {missing}")
class Ok(Validate):
    required = ("go",)
    def go(self): pass
def fails():
    class NotOk(Validate):
        required = ("go", "stop")
attempt(fails)
class Order:
    def __init_subclass__(cls):
        print("attrs", [k for k in cls.__dict__ if not k.startswith("__")])
class O1(Order):
    b = 1
    a = 2
    def m(self): pass
T = type("T", (Order,), {"z": 1, "y": 2})
print(T.__name__, T().z, T.__bases__[0].__name__)
class Multi(B, Ok):
    pass
