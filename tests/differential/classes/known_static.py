# Static and class methods of known classes, and methods through their class, with the other sides of what is guarded.


class A:
    count = 0

    def __init__(self, v):
        self.v = v

    @staticmethod
    def st(x, y=1):
        return x + y

    @classmethod
    def cm(cls, x):
        return cls.__name__, x

    @classmethod
    def make(cls, v=3):
        made = cls(v)
        cls.count += 1
        return made

    @staticmethod
    def rest(*args, k=2):
        return args, k

    def plain(self, x):
        return self.v * x


class B(A):
    def __init__(self, v):
        A.__init__(self, v + 1)
        self.w = v

    @staticmethod
    def own(x):
        return -x


class C(B):
    @staticmethod
    def st(x, y=1):
        return x * 10


def use(a, b, c, rounds):
    total = 0
    names = []
    for i in range(rounds):
        total += A.st(i) + B.st(i, 2) + a.st(i, y=3) + b.st(i + i) + C.st(i) + c.st(i)
        total += A.plain(a, i) + A.plain(b, i + 1) + B.own(i) + b.own(i * 2)
        names.append(A.cm(i))
        names.append(B.cm(i + 1))
        names.append(a.cm(i))
        names.append(c.cm(i + i))
        names.append(A.rest(i, 2, k=i))
        names.append(b.rest())
    return total, names[-6:], A.make().v, B.make(4).v, c.make(i + 1).v


print(use(A(1), B(2), C(3), 9), A.count, B.count, C.count)


# ---- An instance's own attributes hide them; a class's own ones replace them.
def own(a, rounds):
    out = []
    for i in range(rounds):
        if i == 2:
            a.st = lambda x: ("own", x)
        if i == 4:
            del a.st
        if i == 5:
            A.st = lambda *args: ("function", len(args))
        if i == 7:
            A.st = staticmethod(lambda x: ("static", x))
        if i == 9:
            A.st = classmethod(lambda cls, x: (cls.__name__, x))
        out.append(a.st(i))
        out.append(a.st(i + 1))
        out.append(A.st(i) if i < 5 or i > 6 else None)
    return out


print(own(A(1), 11))


class Late:
    @staticmethod
    def st(x):
        return x

    @classmethod
    def cm(cls, x):
        return cls, x

    def plain(self, x):
        return self, x


def late(rounds):
    out = []
    for i in range(rounds):
        if i == 3:
            setattr(Late, "st", staticmethod(lambda x: x * 100))
        if i == 5:
            setattr(Late, "cm", lambda x: ("unbound", x))
        if i == 6:
            delattr(Late, "st")
        try:
            out.append(Late.st(i))
            out.append(Late.st(i + 1))
        except AttributeError as error:
            out.append(str(error))
        out.append(Late.cm(i)[1])
        out.append(Late.plain("no instance", i + 1))
    return out


print(late(8))


# ---- The name is bound to another class meanwhile.
class One:
    @staticmethod
    def st(x):
        return x + 1


class Two:
    @staticmethod
    def st(x):
        return x + 2


def rename(rounds):
    out = []
    for i in range(rounds):
        if i == 2:
            globals()["One"] = Two
        out.append(One.st(i))
        out.append(One.st(i * i))
    return out


print(rename(4))


# ---- Missing and wrong arguments.
class Strict:
    @staticmethod
    def st(x, *, k):
        return x, k

    @classmethod
    def cm(cls):
        return cls

    @staticmethod
    def none():
        return "none"


def strict():
    out = []
    for call in (
        lambda: Strict.st(1),
        lambda: Strict.st(1, 2),
        lambda: Strict.st(1, k=2),
        lambda: Strict.cm(1),
        lambda: Strict().cm().__name__,
        lambda: Strict.none(1),
        lambda: Strict().none(),
        lambda: A.plain(3, 4),
    ):
        for _ in range(2):
            try:
                out.append(call())
            except (TypeError, AttributeError) as error:
                out.append(str(error))
    return out[::2]


print(*strict(), sep="\n")


class Meta(type):
    @property
    def st(cls):
        return lambda x: ("meta", x)


class WithMeta(metaclass=Meta):
    @staticmethod
    def st(x):
        return "class", x


print([WithMeta.st(i) for i in range(2)], [WithMeta().st(i) for i in range(2)])


class Wraps:
    @staticmethod
    @staticmethod
    def twice(x):
        return x

    @classmethod
    def chain(cls, x):
        return cls.other(x + 1)

    @classmethod
    def other(cls, x):
        return cls.__name__, x


class WrapsToo(Wraps):
    @classmethod
    def other(cls, x):
        return "too", super().other(x)


print([Wraps.twice(i) for i in range(2)], Wraps.chain(1), WrapsToo.chain(2), WrapsToo().chain(3))

A.plain(3, 4)
