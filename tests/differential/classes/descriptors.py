class Typed:
    def __init__(self, t): self.t = t
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name
    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, f"unset {self.name}")
    def __set__(self, obj, v):
        if not isinstance(v, self.t):
            raise TypeError(f"{self.name} must be {self.t.__name__}, not {type(v).__name__}")
        obj.__dict__[self.name] = v
    def __delete__(self, obj):
        print("delete", self.name)
        obj.__dict__.pop(self.name, None)
class P:
    name = Typed(str)
    age = Typed(int)
    def __init__(self, name, age): self.name, self.age = name, age
p = P("ann", 5)
p.age += 1
print(p.name, p.age, p.__dict__, type(P.age).__name__, P.age.t)
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: setattr(p, "age", "x"))
attempt(lambda: P(1, 2))
del p.age
print(p.age)
class NonData:
    def __get__(self, obj, owner): return ("nondata", obj is None, owner.__name__)
class ReadOnly:
    def __get__(self, obj, owner): return "ro"
    def __set__(self, obj, v): raise AttributeError("read only")
class SetOnly:
    def __set__(self, obj, v): obj.__dict__["so"] = v * 2
class Q:
    nd = NonData()
    ro = ReadOnly()
    so = SetOnly()
q = Q()
print(q.nd, Q.nd, q.ro, Q.ro)
q.nd = 5
q.so = 4
print(q.nd, q.so, Q.nd)
attempt(lambda: setattr(q, "ro", 1))
attempt(lambda: delattr(q, "ro"))
q.__dict__["ro"] = "dict"
print(q.ro)
class Sub(Q): pass
print(Sub.nd, Sub().ro)
class Method:
    def __init__(self, f): self.f = f
    def __get__(self, obj, owner=None):
        return lambda *a: ("called", self.f(obj, *a))
class R:
    @Method
    def m(self, x): return x * 2
print(R().m(4))
class BadGet:
    def __get__(self, o, t): raise AttributeError("from get")
class S:
    b = BadGet()
    def __getattr__(self, n): return "rescued " + n
print(S().b)
inst = Q()
inst.plain = NonData()
print(type(inst.plain).__name__)
Q.later = Typed(int)
attempt(lambda: Q().later)
class NameErr:
    def __set_name__(self, o, n): raise ValueError("in set_name")
def mk():
    class T:
        x = NameErr()
attempt(mk)
f = P.__init__
print(f.__get__(p, P).__self__ is p, type(f.__get__(p)).__name__, f.__get__(None, P) is f)
