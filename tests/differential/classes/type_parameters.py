# versions: 3.12 3.13 3.14
"""Type parameters of functions, classes and aliases: their scopes, what they are, and when their parts are evaluated."""


def first[T](items: list[T]) -> T:
    return items[0]


print(first([1, 2]), first.__type_params__, first.__name__, first.__qualname__, first.__annotations__)


def kinds[T, U: int, V: (int, str), *Ts, **P](x: T, *args, **kwargs) -> U:
    return T, U, V, Ts, P


for t in kinds(1):
    print(repr(t), t.__name__, type(t).__name__, type(t).__module__, t.__module__)
T, U, V, Ts, P = kinds(1)
print(kinds(1) == kinds.__type_params__, kinds(1)[0] is T)
print(T.__bound__, U.__bound__, V.__bound__, T.__constraints__, U.__constraints__, V.__constraints__)
print(T.__covariant__, T.__contravariant__, T.__infer_variance__, P.__infer_variance__, P.__bound__)
print(P.args, P.kwargs, P.args.__origin__ is P, P.args == P.args, P.args == P.kwargs, type(P.args).__name__)
print(T == T, T == U, hash(T) == hash(T), {T: 1}[T], T.__reduce__())
T.extra = 5
print(T.extra)


def lazily[A: print("bound") or undefined, B: (print("constraints") or int, str)]():
    return A, B


A, B = lazily()
for i in range(2):
    try:
        print(A.__bound__)
    except NameError as e:
        print(e)
    print(B.__constraints__)


class Box[T]:
    """A box."""
    kind = "box"

    def __init__(self, item: T):
        self.item = item

    def get(self) -> T:
        return self.item

    def parameter(self):
        return T

    def map[R](self, f) -> "Box[R]":
        return Box[R](f(self.item)), R, T

    class Inner[T2: "Box"]:
        both = T2

    type Alias = dict[T, kind]
    type Generic[X] = tuple[T, X, kind]


print(Box.__name__, Box.__qualname__, Box.__doc__, Box.__module__, Box.map.__qualname__, Box.Inner.__qualname__, Box.Inner.__type_params__)
print(Box.__type_params__, Box.__parameters__, Box.__orig_bases__, [b.__name__ for b in Box.__mro__])
print(Box[int], Box[int].__origin__ is Box, Box[int].__args__, Box[int].__parameters__, type(Box[int]).__name__, Box[int] == Box[int], Box[int] == Box[str])
b = Box[int](3)
print(b.get(), b.__orig_class__, Box("plain").get(), hasattr(Box(1), "__orig_class__"), b.parameter() is Box.__type_params__[0])
mapped, r, t = b.map(str)
print(repr(mapped.item), mapped.__orig_class__, r, t)
print(Box.Inner.both, Box.Inner.both.__bound__)
try:
    print(Box.Alias.__value__)
except Exception as e:
    print(type(e).__name__, e)
print(Box.Generic[int], Box.Generic.__type_params__)


class IntBox(Box[int]):
    pass


class Pair[K, V](Box[K]):
    def __init__(self, k: K, v: V):
        super().__init__(k)
        self.v = v


class Default[K](dict[str, K]):
    pass


print(IntBox.__orig_bases__, [b.__name__ for b in IntBox.__mro__], IntBox.__parameters__, IntBox(4).get())
print(Pair.__orig_bases__, [b.__name__ for b in Pair.__mro__], Pair.__parameters__, Pair[int, str](1, "x").v)
print(Default.__orig_bases__, [b.__name__ for b in Default.__mro__], Default[int](a=1))
print(Pair[int, Box[str]], Pair[T, U], Pair[T, T].__parameters__, Pair[T, U][int, str], Pair[Box[T], int][str], Pair[None, list[T]][int])
print(list[T], list[T].__parameters__, list[T][int], dict[T, U][int, str], dict[T, list[U]].__parameters__, tuple[T, ...][int])


def fails(f):
    try:
        print("no error:", f())
    except Exception as e:
        print(type(e).__name__, e)


fails(lambda: Box[int, str])
fails(lambda: Pair[int, str, float])
fails(lambda: IntBox[int])
fails(lambda: list[int][str])
fails(lambda: isinstance(1, Box[int]))
fails(lambda: type("S", (T,), {}))


def subclass(x):
    class S(x):
        pass


for x in (T, P, Ts, P.args, P.kwargs):
    fails(lambda: subclass(x))

type Number = int | float
type Table[K, V] = dict[K, list[V]]
type Tree = list[Tree] | None
type Bad = undefined_name
print(Number, Number.__name__, Number.__value__, Number.__type_params__, Number.__parameters__, Number.__module__, type(Number).__name__)
print(Table, Table.__value__, Table.__type_params__, Table[int, str], Table[int, str].__args__, Table[int, str].__origin__ is Table)
print(Tree.__value__, Tree)
fails(lambda: Bad.__value__)
undefined_name = "defined later"
print(Bad.__value__)
undefined_name = "changed"
print(Bad.__value__)
fails(lambda: Number[int])
fails(lambda: setattr(Number, "__name__", "x"))
print(Number | str, str | Number, Number | None)


def outer[T](x: T):
    y = "local"

    def inner[U](z: U = y, *, k: T = x) -> tuple[T, U]:
        nonlocal y
        y = "rebound"
        return T, U, z, k

    class C[W](list[W]):
        attr = T, y

        def method[Q](self):
            return T, W, Q, y

    type Al[X] = tuple[T, X, y]
    return inner, C, Al


inner, C, Al = outer("arg")
print(inner.__qualname__, inner(), inner.__type_params__, inner.__defaults__, inner.__kwdefaults__)
print(C.__qualname__, C.attr, C().method(), C.method.__qualname__, C.__orig_bases__)
print(Al.__value__, Al.__type_params__)


class Scope:
    T = "class attribute"
    value = "in class"

    def shadow[T](self, x: T) -> T:
        return T

    def sees[X: value](self):
        return X.__bound__

    type A = value


print(Scope().shadow(1), Scope().sees(), Scope.A.__value__, Scope.T)


class Private:
    def f[__T](self):
        return __T


print(Private().f(), Private().f().__name__)


def decorated(tag):
    print("decorator", tag)
    return lambda f: (print("apply", tag, f.__name__, f.__type_params__), f)[1]


@decorated("outer")
@decorated("inner")
def with_decorators[T](x=print("default")):
    yield T
    yield x


print(list(with_decorators()))


@decorated("class")
class Decorated[T](metaclass=type):
    pass


def recursive[T](n: int) -> T:
    return n if n == 0 else recursive(n - 1)


print(recursive(50))


class Multi[*Ts]:
    pass


class Call[**P, R]:
    def __init__(self, f):
        self.f = f

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        return self.f(*args, **kwargs)


print(Call(lambda a, b: a + b)(1, b=2), Call.__type_params__, Call.__parameters__)


class WithInit[T]:
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__()
        print("init_subclass", cls.__name__, kwargs)


class Sub(WithInit[int], tag=1):
    pass


total = 0
for i in range(100):
    total += first([i, 0]) + Box(i).get()
print(total)
print(Multi.__type_params__, Multi.__parameters__, Multi.__orig_bases__, Multi[int, str], Multi[()] if False else "", list(Ts))


class Split[A, *Ts, B]:
    pass


print(Split[int, str], Split[int, bool, float, str], Split[int, *Ts, str], Split.__orig_bases__)
fails(lambda: Split[int])
print(*tuple[int, str], tuple[*Ts], tuple[*tuple[int, str]])


def star_args[*As](*args: *As) -> tuple[*As]:
    return args


print(star_args(1, 2), star_args.__annotations__)
print(Call[[int, str], bool], Call[[int], T].__parameters__, ExceptionGroup[int])
