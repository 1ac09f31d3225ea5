# versions: 3.12 3.13 3.14
"""Class patterns: isinstance, __match_args__, keyword patterns, the builtins that match themselves, and errors."""


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Point3(Point):
    __match_args__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


class Bare:
    pass


def where(p):
    match p:
        case Point(0, 0):
            return "origin"
        case Point(0, y):
            return "on y", y
        case Point(x=0.5):
            return "half"
        case Point3(x, y, z=3):
            return "z is three", x, y
        case Point(x, y) if x == y:
            return "diagonal", x
        case Point(x, y=4 | 5 as y):
            return "y small", x, y
        case Point():
            return "somewhere"
        case Bare(name=n):
            return "named", n
        case Bare():
            return "bare"
    return "no point"


named = Bare()
named.name = "Ann"
empty = Point.__new__(Point)
for p in (Point(0, 0), Point(0, 7), Point(0.5, 1), Point3(1, 2, 3), Point3(2, 2, 2), Point(9, 9), Point(8, 4), Point(8, 5), Point(1, 2), named,
          Bare(), 5, empty, Point("a", "b"), Point(0.0, False)):
    print(where(p))


def builtin(x):
    match x:
        case bool(b):
            return "bool", b
        case int(i):
            return "int", i
        case float(f):
            return "float", f
        case str(s):
            return "str", s
        case bytes(b):
            return "bytes", b
        case bytearray(b):
            return "bytearray", b
        case list(l):
            return "list", l
        case tuple(t):
            return "tuple", t
        case dict(d):
            return "dict", d
        case set(s):
            return "set", s
        case frozenset(s):
            return "frozenset", s
        case range(start=a, stop=b):
            return "range", a, b
        case complex(real=r, imag=i):
            return "complex", r, i
        case type():
            return "type", x.__name__
        case object(__class__=c):
            return "object", c.__name__


class Int(int):
    pass


class Dict(dict):
    pass


class Array(bytearray):
    pass


for x in (True, 5, 10**20, 1.5, "s", b"b", bytearray(b"c"), [1], (2,), {3: 4}, {5}, frozenset([6]), range(1, 9, 2), 1 + 2j, int, None, Int(3),
          Dict(a=1), Array(b"z"), len):
    print(builtin(x))


def sub(x):
    match x:
        case Int(i):
            return "Int", i
        case Dict(d):
            return "Dict", d
        case Array(a):
            return "Array", a


print(sub(Int(3)), sub(Dict(a=1)), sub(Array(b"z")), sub(3))


def fails(name, function):
    try:
        print(name, function())
    except Exception as e:
        print(name, type(e).__name__, e)


def too_many():
    match Point(1, 2):
        case Point(1, 2, 3):
            return "no"


def too_many_one():
    match 1:
        case int(1, 2):
            return "no"


def none_allowed():
    match Bare():
        case Bare(1):
            return "no"


def twice():
    match Point(1, 2):
        case Point(1, x=1):
            return "no"


def repeated():
    class Again:
        __match_args__ = ("x", "x")
        x = 1

    match Again():
        case Again(1, 1):
            return "no"


def no_tuple():
    class Listed:
        __match_args__ = ["x"]
        x = 1

    match Listed():
        case Listed(1):
            return "no"


def no_string():
    class Odd:
        __match_args__ = ("x", 2)
        x = 1

    match Odd():
        case Odd(1, 2):
            return "no"


def absent_first():
    class Odd:
        __match_args__ = ("missing", 2)

    match Odd():
        case Odd(1, 2):
            return "no"
        case _:
            return "not asked for the second"


def no_class():
    point = Point(1, 2)
    match point:
        case point():
            return "no"


def no_class_text():
    name = "Point"
    match 1:
        case name(1):
            return "no"


def union():
    both = int | str
    match 1:
        case both():
            return "no"


def unknown_name():
    match 1:
        case Unknown():
            return "no"


def complex_positional():
    match 1j:
        case complex(1):
            return "no"


for f in (too_many, too_many_one, none_allowed, twice, repeated, no_tuple, no_string, absent_first, no_class, no_class_text, union, unknown_name,
          complex_positional):
    fails(f.__name__, f)


class Raising:
    __match_args__ = ("a", "b")

    @property
    def a(self):
        print("a")
        return 1

    @property
    def b(self):
        print("b")
        raise AttributeError("hidden")

    @property
    def c(self):
        raise ValueError("c")


def ask(x):
    match x:
        case Raising(2, 3):
            return "both"
        case Raising(a=1, d=2):
            return "d"
        case Raising(a=1):
            return "a"


print(ask(Raising()))


def ask_c(x):
    match x:
        case Raising(c=1):
            return "c"


fails("c", lambda: ask_c(Raising()))


class Meta(type):
    def __instancecheck__(cls, instance):
        print("check", instance)
        return instance == 42

    @property
    def __match_args__(cls):
        print("match args")
        return ("real", "imag")


class Special(metaclass=Meta):
    pass


def special(x):
    match x:
        case Special(r, i):
            return r, i
        case Special():
            return "special"
        case _:
            return "no"


print(special(42), special(41))


class Proxy:
    @property
    def __class__(self):
        return Point

    x, y = 3, 4


print(where(Proxy()))


class Private:
    def __init__(self):
        self.__hidden = 1

    def own(self, other):
        match other:
            case Private(_Private__hidden=h):
                return h

    def raw(self, other):
        match other:
            case Private(__hidden=h):
                return h
        return "not mangled"


print(Private().own(Private()), Private().raw(Private()))


def changing(p):
    match p:
        case Point(a, b):
            return a, b
    return "none"


print([changing(Point(i, i + 1)) for i in range(3)])
Point.__match_args__ = ("y", "x")
print([changing(Point(i, i + 1)) for i in range(3)])
Point.__match_args__ = ("x", "w")
print(changing(Point(1, 2)))
del Point.__match_args__
fails("deleted", lambda: changing(Point(1, 2)))


class Counter:
    __match_args__ = ("n",)
    __slots__ = ("n", "m")

    def __init__(self, n):
        self.n = n


def slots(c):
    match c:
        case Counter(n, m=m):
            return "both", n, m
        case Counter(int(n)):
            return "int", n
        case Counter(n):
            return "other", n


c = Counter(1)
print(slots(c), slots(Counter("x")))
c.m = 2
print(slots(c))


class Shape:
    pass


class Circle(Shape):
    __match_args__ = ("r",)

    def __init__(self, r):
        self.r = r


class Rect(Shape):
    __match_args__ = ("w", "h")

    def __init__(self, w, h):
        self.w, self.h = w, h


def area(shape):
    match shape:
        case Circle(r):
            return 3 * r * r
        case Rect(w, h):
            return w * h
        case Shape():
            return 0


shapes = [Circle(i) if i % 2 else Rect(i, 2.5) if i % 3 else Shape() for i in range(60)]
print(sum(area(s) for s in shapes), sum(map(area, shapes)))


class Error(Exception):
    __match_args__ = ("code", "args")

    def __init__(self, code):
        super().__init__("text", code)
        self.code = code


def handle(code):
    try:
        raise Error(code)
    except Exception as e:
        match e:
            case Error(404):
                return "not found"
            case Error(code=c, args=(text, _)) if c > 500:
                return text, c
            case Error(c, a):
                return c, a


print(handle(404), handle(503), handle(200))
