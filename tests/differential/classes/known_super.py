# super() in classes that are known when the program is compiled, and the other sides of what is guarded.


class A:
    def __init__(self, v):
        self.v = v

    def f(self, x):
        return self.v + x

    def g(self, x=10, *rest, k=3):
        return (self.v, x, rest, k)

    def fails(self):
        raise ValueError(self.v)

    @property
    def p(self):
        return self.v

    @classmethod
    def made(cls, v):
        return cls(v)


class B(A):
    def __init__(self, v):
        super().__init__(v)
        self.w = 1

    def f(self, x):
        return super().f(x) + self.w

    def g(self, x=10, *rest, k=3):
        return super().g(x), super().g(x + 1, *rest, k=k), super().g(k=x), super().g(1, 2, 3)

    def fails(self):
        return super().fails()

    @property
    def p(self):
        return super().p * 2

    @classmethod
    def made(cls, v):
        return super().made(v + 1)


class C(B):
    def f(self, x):
        return super().f(x + 1) * 2

    def h(self):
        return super().f(1), super().p


def use(objects, rounds):
    total = 0
    for i in range(rounds):
        o = objects[i % len(objects)]
        total += o.f(i) + o.p
    return total


objects = [A(1), B(2), C(3)]
print(use(objects, 30), B(5).g(), C(5).g(2, 3, 4, k=5), C(1).h(), C.made(3).v, B.made(3).v)
for one in objects:
    try:
        one.fails()
    except ValueError as error:
        print("ValueError", error)


# ---- Called with something else than an instance of the class.
for wrong in (5, A(1), "x", B):
    try:
        print(B.f(wrong, 1))
    except TypeError as error:
        print(error)
    except AttributeError as error:
        print(error)


# ---- Several bases: what follows a class depends on the object.
class Left(A):
    def f(self, x):
        return "left", super().f(x)


class Right(A):
    def f(self, x):
        return "right", super().f(x)


class Both(Left, Right):
    def f(self, x):
        return "both", super().f(x)


def ask(o):
    return [o.f(i) for i in range(3)]


print(ask(Left(1)), ask(Right(1)), ask(Both(1)), ask(Left(2)))


# ---- Methods that are replaced, and come and go.
def use_b(b):
    out = []
    for i in range(6):
        if i == 2:
            setattr(A, "f", lambda self, x: x * 1000)
        if i == 4:
            delattr(A, "f")
        try:
            out.append(b.f(i))
        except AttributeError as error:
            out.append(str(error))
    return out


print(use_b(B(1)), use_b.__name__)


class Base:
    def value(self):
        return 1


class Derived(Base):
    def value(self):
        return super().value() + 1


class Other:
    def value(self):
        return 100


def values(d):
    out = []
    for i in range(4):
        if i == 2:
            Derived.__bases__ = (Mixin,)
        out.append(d.value())
    return out


class Mixin(Base):
    def value(self):
        return 50


print(values(Derived()))


# ---- The same class statement twice makes two classes.
def make(base):
    class Made(base):
        def value(self):
            return super().value() + 1

    return Made


print([make(base)().value() for base in (Base, Other, Mixin, Base)])


# ---- super is not what it seems.
class Plain:
    def value(self):
        return 1


class Sub(Plain):
    def value(self):
        return super().value()

    def late(self, items):
        return super().value(*items)

    def cell(self):
        return (lambda: super(Sub, self).value())()


def sub(s):
    return [s.value() for _ in range(3)] + [s.late([]), s.cell()]


print(sub(Sub()))
builtin = super


class Fake:
    def value(self):
        return "fake"


super = lambda *arguments: Fake()
print(sub(Sub())[:4])
super = builtin
print(sub(Sub())[:4])


# ---- Exceptions.
class Failed(Exception):
    def __init__(self, code, message="failed"):
        super().__init__(message)
        self.code = code


class FailedTwice(Failed):
    def __init__(self, code):
        super().__init__(code, message="twice")

    def __str__(self):
        return super().__str__() + "!"


for i in range(3):
    try:
        raise FailedTwice(i)
    except Failed as error:
        print(error, error.code, error.args)


# ---- Other kinds of methods behind super().
class Counting(dict):
    def __init__(self, *args):
        super().__init__(*args)
        self.sets = 0

    def __setitem__(self, key, value):
        self.sets += 1
        super().__setitem__(key, value)

    def get(self, key, default=None):
        return super().get(key, default)


counting = Counting([(1, 2)])
for i in range(5):
    counting[i] = i
print(counting, counting.sets, counting.get(7, 8), counting.get(1))


class Dynamic:
    def __getattr__(self, name):
        return lambda *args: (name, args)


class Asks(Dynamic):
    def ask(self):
        try:
            return super().missing(1)
        except AttributeError as error:
            return str(error)


print(Asks().ask(), Asks().present(2))


class Nowhere(Plain):
    def value(self, x):
        return super().nowhere(x + 1)


Nowhere().value(1)
