# Global names that compiled code knows the value of: numbers that are bound once, and builtins that nothing hides. Everything
# that changes what such a name stands for, while a loop uses it.
import builtins
import sys

SIZE = 7
RATE = 0.5
ZERO = -0.0
FLAG = True
LATER = 3
here = sys.modules[__name__]


def sizes(n, change):
    out = []
    for i in range(n):
        if i == 2:
            change()
        out.append(SIZE * i + SIZE)
    return out


def constants(n):
    total = 0.0
    for i in range(n):
        if FLAG:
            total += RATE * i + ZERO
    return total


def rebound(n):
    global LATER
    out = []
    for i in range(n):
        if i == 2:
            LATER = 2**60
        out.append(LATER + i)
    return out


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(sizes(4, lambda: None), constants(4), rebound(4), rebound(3), str(ZERO))
for value in (8, 7, 2**50, 2**70, 1.5, "s", None, True, [1]):
    print(attempt(sizes, 4, lambda: globals().__setitem__("SIZE", value)), attempt(sizes, 2, lambda: None))
SIZE = 7
print(sizes(4, lambda: setattr(here, "SIZE", 9)), SIZE)
SIZE = 7
print(sizes(4, lambda: globals().setdefault("SIZE", 10)), SIZE)
print(sizes(4, lambda: vars(here).update(SIZE=11)), SIZE)
SIZE = 7
print(attempt(sizes, 4, lambda: globals().pop("SIZE")), attempt(sizes, 1, lambda: None))
SIZE = 7
print(attempt(sizes, 4, lambda: delattr(here, "SIZE")))
builtins.SIZE = 100
print(attempt(sizes, 4, lambda: None))
SIZE = 7
print(sizes(3, lambda: None))
RATE = "x"
print(attempt(constants, 3))
RATE = 2.5
FLAG = False
print(constants(3))
FLAG = 1
ZERO = True
print(constants(3))


def lengths(items, change):
    out = []
    for i in range(4):
        if i == 2:
            change()
        out.append((len(items), abs(-i), min(i, 2), max(i, 2), ord("a"), chr(97 + i), int(i * 0.75), float(i)))
        out.append(isinstance(i, int))
        for k, item in enumerate(items):
            out.append((k, item))
    return out


def hide(name, value):
    def change():
        globals()[name] = value

    return change


print(lengths([5, 6], lambda: None))
for name in ("len", "abs", "min", "max", "ord", "chr", "int", "float", "enumerate", "range"):
    print(name, attempt(lengths, [5], hide(name, lambda *a, name=name: [(name, a.__len__())])))
    print(attempt(lengths, [5], lambda: None))
    del globals()[name]
    print(attempt(lengths, [5], lambda: None))

# In builtins itself: replaced, removed, put back.
original = builtins.len
print(lengths([1], lambda: setattr(builtins, "len", lambda x: "no length")))
print(lengths([1], lambda: None))
builtins.len = original
print(lengths([1], lambda: None))
print(attempt(lengths, [1], lambda: delattr(builtins, "len")))
builtins.len = original
print(lengths([1], lambda: vars(builtins).update(abs=lambda x: "abs")))
builtins.abs = (-1).__class__.__abs__
print(lengths([1], lambda: None))


class Name(str):
    pass


# Keys that are only equal to a name.
globals()[Name("max")] = lambda *a: "a key that is no plain str"
print(attempt(lengths, [1], lambda: None)[0][3])
del globals()["max"]
print(lengths([1], lambda: None)[0][3])


def shadow(n):
    global len
    out = []
    for i in range(n):
        out.append(measure("abc"))
        if i == 1:
            len = lambda x: -1
        if i == 2:
            del len
    return out


def measure(text):
    return len(text)


print(shadow(4))


# A name that is found while it is being called.
def late(x):
    globals()["abs"] = lambda v: ("late", v)
    return x


def early(n):
    out = []
    for i in range(n):
        out.append(abs(late(-i)))
    globals().pop("abs")
    return out


print(early(3), abs(-1))
