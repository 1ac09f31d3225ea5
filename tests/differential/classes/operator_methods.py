"""What stands behind an operator: functions, other callables, what is replaced meanwhile."""


class Number:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        if isinstance(other, Number):
            return Number(self.value + other.value)
        return NotImplemented

    def __radd__(self, other):
        return ("radd", other)

    def __mul__(self, other):
        return self.value * other

    def __repr__(self):
        return f"Number({self.value})"


class Sub(Number):
    def __radd__(self, other):
        return ("sub radd", other)


class Counts:
    def __call__(self, other):
        return ("called", other)


class Odd:
    __add__ = Counts()
    __sub__ = staticmethod(lambda other: ("static", other))
    __mul__ = classmethod(lambda cls, other: (cls.__name__, other))
    __truediv__ = None


class Vanishing:
    def __add__(self, other):
        del Vanishing.__add__
        return "gone"


def attempt(function):
    try:
        print(function())
    except TypeError as error:
        print("TypeError", error)


one = Number(1)
for other in (Number(2), Sub(3), 4, "text", None, [1], 2.5, 2**70):
    attempt(lambda: one + other)
    attempt(lambda: other + one)
    attempt(lambda: one * other)
attempt(lambda: Odd() + 1)
attempt(lambda: Odd() - 1)
attempt(lambda: Odd() * 1)
attempt(lambda: Odd() / 1)
attempt(lambda: 2**70 + one)
vanishing = Vanishing()
for _ in range(2):
    attempt(lambda: vanishing + 1)
Number.__add__ = lambda self, other: "replaced"
for _ in range(2):
    attempt(lambda: one + one)
Number.__add__ = Counts()
attempt(lambda: one + one)
del Number.__add__
attempt(lambda: one + one)
attempt(lambda: one + Sub(1))


def values(*given, more=1, **rest):
    yield given, more, rest


def pair(a, b=2):
    yield a
    yield b


def named(a, *, k):
    yield a + k


print(list(values(1, 2, x=3)), list(pair(1)), list(pair(1, 5)), list(pair(b=1, a=0)), list(named(1, k=2)))
for call in (lambda: pair(), lambda: pair(1, 2, 3), lambda: named(1), lambda: named(1, 2)):
    attempt(call)
