# `with` on instances of known classes: __enter__ and __exit__ are called directly; and the other sides of that.


class Manager:
    def __init__(self, name):
        self.name = name
        self.log = []

    def __enter__(self):
        self.log.append("enter")
        return self

    def __exit__(self, kind, error, traceback):
        self.log.append(kind.__name__ if kind else "exit")
        return kind is KeyError


class Number:
    def __enter__(self):
        return 5

    def __exit__(self, *args):
        self.seen = args[:1]


class Derived(Manager):
    def __enter__(self):
        self.log.append("derived")
        return super().__enter__()


def use(m, rounds):
    total = 0
    for i in range(rounds):
        with m as entered:
            total += len(entered.log)
        with Number() as n, m:
            total += n
            if i == 3:
                continue
            if i == 5:
                break
        try:
            with m:
                if i == 2:
                    raise KeyError(i)
                if i == 4:
                    raise ValueError(i)
                total += 1
        except ValueError as error:
            total += 100
    return total


m = Manager("a")
print(use(m, 7), m.log)
d = Derived("b")
print(use(d, 4), d.log)


def leaves(m):
    for i in range(3):
        with m:
            return i


print(leaves(Manager("c")))


def changed(m, rounds):
    out = []
    for i in range(rounds):
        with m as entered:
            out.append(entered if isinstance(entered, str) else "self")
            if i == 1:
                setattr(Manager, "__exit__", lambda self, *args: out.append("patched"))
            if i == 2:
                setattr(Manager, "__enter__", lambda self: "patched")
            if i == 3:
                m.__exit__ = lambda *args: out.append("never")
    return out


print(changed(Manager("d"), 5))


class Missing:
    def __enter__(self):
        return self


class Descriptor:
    def __get__(self, instance, owner):
        return lambda *args: ("bound", instance is not None, len(args))


class Described:
    __enter__ = Descriptor()
    __exit__ = Descriptor()


class Static:
    @staticmethod
    def __enter__():
        return "static"

    @classmethod
    def __exit__(cls, *args):
        print(cls.__name__, len(args))


def others():
    out = []
    for i in range(2):
        try:
            with Missing():
                out.append("never")
        except TypeError as error:
            out.append(str(error).split(" (")[0])
        with Described() as described:
            out.append(described)
        with Static() as static:
            out.append(static)
    return out


print(others())


class Fails:
    def __init__(self, where):
        self.where = where

    def __enter__(self):
        if self.where == "enter":
            raise RuntimeError("enter")

    def __exit__(self, *args):
        if self.where == "exit":
            raise RuntimeError("exit")


def fails(rounds):
    out = []
    for i in range(rounds):
        for where in ("enter", "exit", "none"):
            try:
                with Fails(where):
                    out.append(where)
            except RuntimeError as error:
                out.append(str(error))
    return out


print(fails(2))


class Noisy:
    def __enter__(self):
        return [self]

    def __exit__(self, *args):
        print("exit")

    def __del__(self):
        print("del")


for i in range(2):
    with Noisy():
        print("body")
    print("after")
with Fails("exit"):
    pass
