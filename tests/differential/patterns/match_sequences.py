# versions: 3.12 3.13 3.14
"""Sequence patterns: which types are sequences, lengths, stars, and the calls that are made."""


def shape(x):
    match x:
        case []:
            return "empty"
        case [a]:
            return "one", a
        case [1, b]:
            return "one and", b
        case [a, b]:
            return "two", a, b
        case ["deep", [c, [d, *e]], *f]:
            return c, d, e, f
        case [a, *_, 9]:
            return "to nine", a
        case [a, b, *c, d]:
            return "star", a, b, c, d
    return "no sequence"


for value in ([], (), [1], (1,), [1, 2], [3, 4], ["deep", [1, [2]]], ["deep", (1, [2, 3, 4]), 5], [0, 1, 9], [1, 2, 3], [1, 2, 3, 4, 5],
              range(3), range(0), "ab", b"ab", bytearray(b"ab"), {1: 2}, {1, 2}, frozenset(), None, 5, 1.5, memoryview(b"xyz"), iter([1])):
    print(type(value).__name__, shape(value))


class Tuple(tuple):
    pass


class List(list):
    def __iter__(self):
        print("iter")
        return super().__iter__()

    def __len__(self):
        print("len")
        return super().__len__()

    def __getitem__(self, i):
        print("get", i)
        return super().__getitem__(i)


print(shape(Tuple([1, 2])))
print(shape(List([1, 2])))
print(shape(List([1, 2, 9])))


def stars(x):
    match x:
        case [*_]:
            return "any"


def last(x):
    match x:
        case [_, *_, z]:
            return z


def second(x):
    match x:
        case (_, y, *_):
            return y


def both(x):
    match x:
        case (p, _, *_, q):
            return p, q


def middle(x):
    match x:
        case (_, *m, _):
            return m


def wild(x):
    match x:
        case (_, _):
            return "two of anything"
        case (_, *_):
            return "some"


for f in (stars, last, second, both, middle, wild):
    print(f.__name__, [f(v) for v in ([], [1], [1, 2], (1, 2, 3), range(5), "abc", List([7, 8, 9]))])


class Sized:
    def __len__(self):
        return 2

    def __getitem__(self, i):
        return i


print(shape(Sized()))


class Liar(list):
    def __len__(self):
        return 2


for liar in (Liar(), Liar([1]), Liar([1, 2, 3])):
    try:
        print(shape(liar))
    except ValueError as e:
        print("ValueError", e)


class Broken(list):
    def __len__(self):
        raise RuntimeError("len")


try:
    shape(Broken())
except RuntimeError as e:
    print(repr(e))


class Strange(list):
    def __len__(self):
        return "two"


try:
    shape(Strange())
except TypeError as e:
    print(e)


class Mixed(dict):
    pass


print(shape(Mixed()))


def changing(x):
    match x:
        case [1, 2, a]:
            return "int", a
        case ["x", 2.5, a]:
            return "str", a
        case [(1 | 2) as n, [m], *_]:
            return n, m
        case [[[]]]:
            return "nested"
        case _:
            return "?"


for _ in range(3):
    print(changing([1, 2, 3]), changing(("x", 2.5, None)), changing([2, (5,), 6]), changing([[[]]]), changing([[[1]]]))

total = 0
for i in range(2000):
    match (i, i % 3):
        case (n, 0):
            total += n
        case (n, 1):
            total -= 1
        case (_, k):
            total += k
print(total)


def evaluate(e):
    match e:
        case int() | float():
            return e
        case ("+", a, b):
            return evaluate(a) + evaluate(b)
        case ("*", a, b):
            return evaluate(a) * evaluate(b)
        case ("neg", a):
            return -evaluate(a)
        case ["sum", *items]:
            return sum(map(evaluate, items))
    raise ValueError(e)


print(evaluate(("+", ("*", 2, 3.5), ("neg", ["sum", 1, 2, ("+", 3, 4)]))))
try:
    evaluate(("-", 1))
except ValueError as e:
    print(e)
