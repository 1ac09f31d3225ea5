"""Loops over lists and tuples without iterator objects, and what is done to the list meanwhile."""
import sys


def squares(xs):
    result = 0
    for x in xs:
        result += x * x
    return result


print(squares([1, 2, 3]), squares((1, 2.5)), squares([True, 10**20]), squares(range(4)), squares({3, 4}))
print(squares(x for x in [1, 2]))
for bad in ([1, "x"], 5, None):
    try:
        squares(bad)
    except TypeError as error:
        print(error)


def growing(xs):
    for x in xs:
        if len(xs) < 8:
            xs.append(x + 1)
    return xs


def shrinking(xs):
    seen = []
    for x in xs:
        seen.append(x)
        xs.pop()
    return seen, xs


def replaced(xs):
    seen = []
    for x in xs:
        seen.append(x)
        xs[:] = ["new"] * len(xs)
    return seen


def rebound(xs):
    seen = []
    for x in xs:
        seen.append(x)
        xs = None
    return seen


print(growing([1, 2]), shrinking([1, 2, 3, 4, 5]), replaced([1, 2, 3]), rebound([1, 2]))


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def lifetime():
    for x in [Noisy("a"), Noisy("b"), Noisy("c")]:
        if x.name == "b":
            break
    print("left the loop")
    del x
    for y in (Noisy("d"),):
        pass
    print("and the other")


lifetime()


def held():
    xs = [object() for _ in range(3)]
    before = sys.getrefcount(xs)
    for _ in xs:
        during = sys.getrefcount(xs)
        break
    return during > before, sys.getrefcount(xs) == before


print(held())


def pairs(xs, ys):
    out = []
    for i, x in enumerate(xs):
        out.append((i, x))
        if len(xs) < 5:
            xs.append(x)
    for x in reversed(xs):
        out.append(x)
        if len(xs) > 3:
            xs.pop()
    for x, y in zip(xs, ys):
        out += [x, y]
        ys.append(y) if len(ys) < 3 else None
    for pair in zip(xs, ys):
        out.append(pair)
    for i, (a, b) in enumerate(zip(xs, ys)):
        out.append(i * a)
    return out


print(pairs([1, 2], [3]))
print(pairs([1.5, 2], ["x", None]))
print(pairs([1], []))


def cut_in_reverse():
    xs = [1, 2, 3, 4, 5, 6]
    seen = []
    for x in reversed(xs):
        seen.append(x)
        del xs[1:]
    return seen, xs


print(cut_in_reverse())


def add_up(pairs):
    result = 0
    for a, b in pairs:
        result += a * b
    return result


print(add_up([(1, 2), (3, 4.5), (True, 2)]), add_up([[1, 2], (3, 4)]), add_up({(1, 2): 0}))
for bad in ([(1, 2), (1,)], [(1, 2), (1, 2, 3)], [(1, 2), 3], [(1, "x"), (None, 1)]):
    try:
        print(add_up(bad))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, str(error)[:30])


def raising(xs):
    for a, b in xs:
        raise KeyError(a)


try:
    raising([(Noisy("e").name, 1)])
except KeyError as error:
    print(error)


def handled(xs):
    out = []
    for x in xs:
        try:
            out.append(10 // x)
        except ZeroDivisionError:
            out.append(None)
            continue
        except TypeError:
            break
        finally:
            out.append("-")
    else:
        out.append("end")
    return out


print(handled([1, 0, 5]), handled([2, "x", 3]), handled((0,)))


# The names hold something else from here on.
def later(xs):
    out = []
    for i, x in enumerate(xs):
        out.append((i, x))
    for x in reversed(xs):
        out.append(x)
    return out


print(later([5, 6]))
enumerate = lambda xs: [("mine", x) for x in xs]
reversed = lambda xs: xs
print(later([5, 6]))
del enumerate, reversed
print(later([5, 6]))
