class A:
    __private = 1
    def __init__(self): self.__x = 10
    def get(self): return self.__x, self.__private, A.__private
    def __hidden(self): return "hidden A"
    def call(self): return self.__hidden()
    __dunder__ = "not mangled"
    def local(self):
        __v = 5
        return __v, sorted(locals())
class B(A):
    def __init__(self):
        super().__init__()
        self.__x = 20
    def __hidden(self): return "hidden B"
    def getb(self): return self.__x
a, b = A(), B()
print(a.get(), b.get(), b.getb(), a.call(), b.call(), b._A__x, b._B__x, a.__dunder__, sorted(b.__dict__), a.local())
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: a.__x)
attempt(lambda: getattr(a, "__x"))
attempt(lambda: getattr(a, "_A__x"))
class _Under:
    def __init__(self): self.__y = 1
print(_Under().__dict__)
class __C:
    def __init__(self): self.__z = 1
print(__C().__dict__)
class D:
    def m(self, __arg=3): return __arg
    def kw(self): return self.m(_D__arg=9)
    def inner(self):
        def f(): return self.__q
        self.__q = 7
        return f()
    def nested(self):
        class E:
            __k = 1
        return sorted(k for k in E.__dict__ if "k" in k and not k.startswith("__"))
print(D().m(), D().kw(), D().inner(), D().nested())
_F__global = "mangled global"
class F:
    def get(self): return __global
print(F().get())
