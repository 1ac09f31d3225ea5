def make_class(base, **attrs):
    class Made(base):
        locals().update(attrs) if False else None
        def describe(self):
            return f"{type(self).__name__} of {base.__name__} with {sorted(attrs)}"
        def __class_name(self):
            return __class__.__name__
        def name(self):
            return self.__class_name()
    for k, v in attrs.items():
        setattr(Made, k, v)
    return Made
A = make_class(object, x=1)
B = make_class(A, y=2, z=3)
print(A().describe(), B().describe(), B().x, B().y, A().name(), B().name(), B.__mro__[1] is A)
def counter_class():
    n = 0
    class C:
        def __init__(self):
            nonlocal n
            n += 1
            self.id = n
        @staticmethod
        def total():
            return n
    return C
C, D = counter_class(), counter_class()
print([C().id for _ in range(3)], D().id, C.total(), D.total())
class Outer:
    factor = 3
    class Inner:
        def times(self, x):
            return Outer.factor * x
    def make(self):
        outer = self
        class Bound(Outer.Inner):
            def times(self, x):
                return super().times(x) + outer.factor
        return Bound()
o = Outer()
o.factor = 100
print(o.make().times(5), Outer.Inner().times(2), Outer.Inner.__qualname__, type(o.make()).__qualname__)
x = "module"
class Scope:
    x = "class"
    first = [x for _ in range(1)]
    second = (lambda: x)()
    def get(self):
        return x
print(Scope.first, Scope.second, Scope().get())
