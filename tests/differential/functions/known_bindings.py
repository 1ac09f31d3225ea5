# Keyword-only parameters and *args of functions that are known when the program is compiled.


def kw(a, *, b=1, c=2):
    return a + b + c


def needs(a, *, b):
    return a, b


def va(*args):
    return args[0] + len(args) if args else -1


def mixed(a, b=5, *args, c=7, d):
    return a, b, args, c, d


def only(*, k=3):
    return k


def use(rounds):
    total = 0
    shown = []
    for i in range(rounds):
        total += kw(i) + kw(i, b=2) + kw(i, c=i) + kw(i, c=1, b=i) + kw(a=i, b=3)
        total += va(i) + va(i, 1, 2) + va() + va(1.5 if i == 3 else 2, i)
        total += only() + only(k=i)
        shown.append((mixed(1, d=i), mixed(1, 2, d=i), mixed(1, 2, 3, 4, d=i, c=i), mixed(d=1, a=i), needs(i, b=i)))
    return total, shown[-1]


print(use(10))


def wrong():
    out = []
    for call in (
        lambda: kw(),
        lambda: kw(1, 2),
        lambda: kw(1, d=2),
        lambda: needs(1),
        lambda: needs(1, 2),
        lambda: mixed(d=1),
        lambda: mixed(1),
        lambda: mixed(1, a=2, d=3),
        lambda: only(1),
        lambda: va(a=1),
    ):
        try:
            out.append(call())
        except TypeError as error:
            out.append(str(error))
    return out


print(*wrong(), sep="\n")


# ---- The defaults change: as a whole, in place, and of one function of several over the same code.
def change(rounds):
    out = []
    for i in range(rounds):
        if i == 2:
            kw.__kwdefaults__ = {"b": 10, "c": 20}
        if i == 4:
            kw.__kwdefaults__["b"] = 1000
        if i == 6:
            kw.__kwdefaults__ = None
        if i == 8:
            kw.__kwdefaults__ = {"b": 1, "c": 2}
        try:
            out.append(kw(i))
            out.append(kw(i, c=3))
        except TypeError as error:
            out.append(str(error))
    return out


print(change(10))


def inner_kw(a, *, k=5):
    return a + k


def in_place(rounds):
    out = []
    for i in range(rounds):
        if i == 2:
            inner_kw.__kwdefaults__["k"] = 50
        out.append(inner_kw(i))
    return out


print(in_place(4))


def local(rounds):
    def f(a, *, b=1, c=2):
        return a + b + c

    def g(*args):
        return sum(args)

    def h(a, b=2):
        return a * b

    total = 0
    for i in range(rounds):
        total += f(i, b=2) + f(i, c=i) + f(i) + g(i, 1) + g() + h(i) + h(i, 3)
        if i == 5:
            f.__kwdefaults__ = {"b": 100, "c": 200}
            h.__defaults__ = (7,)
    return total


print(local(10), local(3), local(10))


def several(n):
    def f(a, *, b=n):
        return a + b

    return f


functions = [several(1), several(10)]
print([functions[i % 2](i) for i in range(4)])


# ---- Methods, constructors, static methods.
class M:
    def __init__(self, *args, scale=2):
        self.items = args
        self.scale = scale

    def total(self, *more, start=0):
        t = start
        for item in self.items:
            t += item * self.scale
        for item in more:
            t += item
        return t

    def all_of(*args):
        return len(args)

    def __call__(self, *args, k=1):
        return args, k

    def __getitem__(self, *keys):
        return keys


class N(M):
    def total(self, *more, start=0):
        return super().total(*more, start=start) + super().total(1, start=5)


class Odd:
    def __init__(*args):
        args[0].n = len(args)


def methods(rounds):
    out = []
    for i in range(rounds):
        m = M(i, 2, scale=3)
        n = N(1)
        out.append((m.total(), m.total(1, i), m.total(start=i), n.total(2, start=i), m.all_of(), n.all_of(i)))
        out.append((m(1, k=i), m(), m[i], m[1, 2], Odd().n, Odd(1, i).n, M().items))
    return out[-2:]


print(methods(6))


# ---- *args is a new tuple each time, and lives as long as somebody holds it.
def keep(*args):
    return args


def kept(rounds):
    all = []
    for i in range(rounds):
        all.append(keep(i, [i]))
    return all, keep() is keep(), all[0] is all[0]


print(kept(3))


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def drop(*args, k=None):
    return len(args)


for i in range(2):
    drop(Noisy(i), i)
    drop(i, k=Noisy(i + 20))


def deep(*args, k=0):
    return deep(*args, k=k + 1) if k < 50 else (args, k)


print(deep(1, 2))
raise ValueError(needs(1, b=2), va(1, "x"))
