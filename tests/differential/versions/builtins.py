"""Builtin functions of known kinds done inline: results at the edges, and names that hold something else."""
import builtins


def lengths(xs, ys, text, table):
    result = 0
    for _ in range(3):
        result += len(xs) + len(ys) * len(text) - len(table)
        xs.append(result)
        table[result] = None
    return result, xs


print(lengths([], (1, 2), "añb", {}))


class Sized(list):
    def __len__(self):
        return 100


print(lengths(Sized(), (), "", {}))


def extremes(n):
    out = []
    for i in range(-n, n):
        x = i * 0.5
        out.append((abs(i), abs(x), min(i, 1), max(i, 0, -1), min(x, 0.5), max(x, -0.0), int(x), float(i)))
    return out


for row in extremes(2):
    print(row)


def nan_order():
    nan = float("nan")
    x = nan + 0.0
    y = 1.0 * 2
    return min(x, y), min(y, x), max(x, y), max(y, x), min(0.0 * y, -0.0 * y), max(-0.0 * y, 0.0 * y), abs(-nan * y)


print(nan_order())
print(abs(-(2**63)), abs(-(2**62) * 2 - 1))


def smallest():
    x = -(2**62)
    x = x * 2
    return abs(x), min(x, 0), max(x - 1, x)


print(smallest())


def mixed():
    x = 1
    y = 1.0
    t = True
    return min(x, y), max(x, y), min(y, x), max(t, x), min(t, 0), abs(t), int(t), float(t)


print(mixed())


def truncated():
    out = []
    for x in (1.9, -1.9, 1e15, 2.0**61, 2.0**63, 1e30):
        out.append(int(x))
    for x in (float("inf"), float("nan")):
        try:
            out.append(int(x))
        except (OverflowError, ValueError) as error:
            out.append(str(error))
    return out


print(truncated())


def codes():
    out = []
    for i in (0, 65, 127, 128, 0x20AC):
        out.append(ord(chr(i)))
        out.append(chr(i))
    for bad in ("", "ab"):
        try:
            out.append(ord(bad))
        except TypeError as error:
            out.append(str(error))
    for bad in (-1, 0x110000):
        try:
            out.append(chr(bad))
        except (ValueError, OverflowError) as error:
            out.append(type(error).__name__)
    return out


print(codes())


class Number(int):
    pass


def kinds(values):
    out = []
    for value in values:
        x = value
        out.append((isinstance(x, int), isinstance(x, float), isinstance(x, bool), isinstance(x, str), isinstance(x, list)))
    i = len(out)
    out.append((isinstance(i, int), isinstance(i, bool), isinstance(i == 1, int), isinstance([i], list), isinstance("", str)))
    return out


print(kinds([1, True, 1.5, "s", [], Number(3), 10**30]))


def stack(n):
    xs = []
    for i in range(n):
        xs.append(i)
    total = 0
    while xs:
        total += xs.pop()
    try:
        xs.pop()
    except IndexError as error:
        print(error)
    xs.append(1.5)
    return total, xs.pop(), xs


print(stack(50))


class Counted(list):
    def append(self, item):
        super().append(item)
        super().append(item)

    def pop(self):
        return "popped"


def fill(xs):
    for i in range(2):
        xs.append(i)
        xs.append([i, xs.pop()])
    return xs


print(fill([]), fill(Counted()))


# The builtins are replaced while a loop that knows them runs.
def replaced(xs):
    out = []
    for i in range(4):
        if i == 2:
            builtins.len = lambda x: -1
            builtins.abs = lambda x: "abs"
        out.append((len(xs), abs(-i)))
    return out


real = len, abs
try:
    print(replaced([1, 2, 3]))
finally:
    builtins.len, builtins.abs = real
print(replaced.__name__, len([1]))


def shadowed(xs):
    return len(xs), isinstance(xs[0], int), int(xs[0] + 0.5)


print(shadowed([1]))
len = lambda xs: "mine"
int = str
print(shadowed([1]))
