# Lists of bools that the compiler may store compactly, and all that can be done to a list, behind its back: what comes out of
# globals() is not followed.
import gc
import sys

hidden = globals()


def make(n, step):
    global made
    made = [True] * n
    for i in range(0, n, step):
        made[i] = False


def fresh(n=7, step=3):
    make(n, step)
    return hidden["made"]


def hidden_bools(n):
    global bools
    bools = [False] * n
    return hidden["bools"]


class Index:
    def __init__(self, number, action):
        self.number = number
        self.action = action

    def __index__(self):
        self.action()
        return self.number


class Falsy:
    def __eq__(self, other):
        hidden["made"].append("eq")
        return other is False

    def __repr__(self):
        return "Falsy"


class Bools(list):
    pass


def attempt(name, action, n=7):
    flags = fresh(n)
    alias = hidden["made"]
    try:
        result = action(flags)
    except Exception as error:
        result = type(error).__name__, str(error)
    print(name, result, flags, alias is flags, len(flags))


def appended(x):
    x.append(None)


def stored(x, i, value):
    x[i] = value
    return x[i], x[-1], x[i - len(x)]


def deleted(x, i):
    del x[i]


def sliced(x, part, value):
    x[part] = value


def inplace(x, other):
    x += other
    return x is hidden["made"]


def repeated(x, n):
    x *= n
    return x is hidden["made"]


def rest(x):
    first, *others, last = x
    return first, others, last


def seven(x):
    a, b, c, d, e, f, g = x
    return a, b, c, d, e, f, g


def two(x):
    a, b = x
    return a, b


def star(*arguments):
    return arguments


def steps(x):
    iterator = iter(x)
    a = next(iterator), next(iterator)
    x[2] = "two"
    b = next(iterator)
    x.append("end")
    return a, b, list(iterator), next(iterator, "no more")


def backwards(x):
    iterator = reversed(x)
    a = next(iterator)
    x[-2] = 1.5
    return a, list(iterator), iterator.__length_hint__()


def growing(x):
    seen = []
    for item in x:
        seen.append(item)
        if len(x) < 10:
            x.append(len(x))
    return seen


def shrinking(x):
    seen = []
    for item in x:
        seen.append(item)
        x.pop()
    return seen


def generated(x):
    return list(item for item in x if item), [not item for item in x], {item: i for i, item in enumerate(x)}


def held(x):
    class Holder:
        pass

    holder = Holder()
    holder.flags = x
    cells = {"flags": x}

    def change(value):
        x[0] = value
        return x

    cells["flags"][1] = 7
    return change(None) is holder.flags, holder.flags[:3]


def looped(x):
    x.append(x)
    result = repr(x), x == x, x[-1] is x
    del x[-1]
    return result


def collected(x):
    x[0] = x
    gc.collect()
    result = x[0][0][1]
    x.clear()
    return result


def tracked(x):
    return gc.is_tracked(x), gc.get_referents(x)


def big(x):
    return sum(x), sum(x, 10), sum(x, 0.5), sum(x, True), any(x), all(x), min(x), max(x), x.count(True), x.index(True)


ACTIONS = [
    ("append", appended),
    ("append bool", lambda x: x.append(True)),
    ("clear", lambda x: x.clear()),
    ("copy", lambda x: (x.copy(), x.copy() is x)),
    ("count", lambda x: (x.count(True), x.count(0), x.count(1.0), x.count(None))),
    ("extend", lambda x: x.extend([1, "a"])),
    ("extend itself", lambda x: x.extend(x)),
    ("extend generator", lambda x: x.extend(not i for i in x[:2])),
    ("index", lambda x: (x.index(True), x.index(True, 2), x.index(0, 1))),
    ("index missing", lambda x: x.index("x")),
    ("insert", lambda x: x.insert(2, "in")),
    ("insert at -1", lambda x: x.insert(-1, False)),
    ("pop", lambda x: (x.pop(), x.pop(0), x.pop(-2))),
    ("pop outside", lambda x: x.pop(7)),
    ("remove", lambda x: x.remove(True)),
    ("remove missing", lambda x: x.remove(3)),
    ("reverse", lambda x: x.reverse()),
    ("sort", lambda x: x.sort()),
    ("sort reversed", lambda x: x.sort(reverse=True)),
    ("sort key", lambda x: x.sort(key=lambda item: not item)),
    ("get", lambda x: (x[0], x[6], x[-1], x[-7], x[True])),
    ("get outside", lambda x: x[7]),
    ("get below", lambda x: x[-8]),
    ("get far", lambda x: x[2**70]),
    ("get str", lambda x: x["a"]),
    ("get float", lambda x: x[1.0]),
    ("store bool", lambda x: (stored(x, 0, True), stored(x, 6, True))),
    ("store False", lambda x: stored(x, 1, False)),
    ("store None", lambda x: stored(x, 2, None)),
    ("store int", lambda x: stored(x, 2, 1)),
    ("store zero", lambda x: stored(x, 3, 0)),
    ("store float", lambda x: stored(x, 3, 1.0)),
    ("store str", lambda x: stored(x, -7, "s")),
    ("store outside", lambda x: stored(x, 7, True)),
    ("store below", lambda x: stored(x, -8, True)),
    ("store hidden", lambda x: sliced(x, slice(1, 3), hidden_bools(2))),
    ("store hidden step", lambda x: sliced(x, slice(6, None, -2), hidden_bools(4))),
    ("store hidden longer", lambda x: sliced(x, slice(1, 3), hidden_bools(3))),
    ("store hidden nothing", lambda x: sliced(x, slice(3, 3), hidden_bools(0))),
    ("store hidden step 0", lambda x: sliced(x, slice(0, 3, 0), hidden_bools(3))),
    ("store hidden objects", lambda x: sliced(x, slice(Index(1, x.pop), Index(3, lambda: x.append(2))), hidden_bools(2))),
    ("store hidden str", lambda x: sliced(x, slice("a", 3), hidden_bools(3))),
    ("count others", lambda x: (x.count(1), list.count(x, True), Bools(x).count(False), x.count([]))),
    ("count nothing", lambda x: x.count()),
    ("delete", lambda x: deleted(x, 0)),
    ("delete last", lambda x: deleted(x, -1)),
    ("delete outside", lambda x: deleted(x, 9)),
    ("delete part", lambda x: deleted(x, slice(1, 4))),
    ("delete step", lambda x: deleted(x, slice(None, None, 2))),
    ("slices", lambda x: (x[1:3], x[::-1], x[::2], x[:], x[5:1:-2], x[9:], x[-3:])),
    ("store slice", lambda x: sliced(x, slice(1, 3), [None] * 4)),
    ("store bools", lambda x: sliced(x, slice(1, 3), [False] * 2)),
    ("store step", lambda x: sliced(x, slice(0, None, 2), [False] * 4)),
    ("store wrong step", lambda x: sliced(x, slice(0, None, 2), [False] * 3)),
    ("store itself", lambda x: sliced(x, slice(2, 2), x)),
    ("store fresh", lambda x: sliced([1, 2, 3], slice(1, 2), x)),
    ("+", lambda x: (x + [1], [1] + x, x + x)),
    ("+ tuple", lambda x: x + (1,)),
    ("*", lambda x: (x * 2, 2 * x, x * 0, x * -1)),
    ("+=", lambda x: inplace(x, [0])),
    ("+= itself", lambda x: inplace(x, x)),
    ("*=", lambda x: repeated(x, 2)),
    ("*= 0", lambda x: repeated(x, 0)),
    ("compare", lambda x: (x == x[:], x != x[:], x < x[:], x <= x[:], x == [0, 1, 1, 0, 1, 1, 0], x > [0], x == ())),
    ("compare others", lambda x: ([0, 1, 1] == x, [0, 1] < x, x == [False, True, True, False, True, True])),
    ("in", lambda x: (True in x, 0 in x, None in x, 1.0 in x, "a" in x)),
    ("in with eq", lambda x: Falsy() in x),
    ("hash", lambda x: hash(x)),
    ("hash in set", lambda x: {x}),
    ("bool", lambda x: (bool(x), not x, 1 if x else 2)),
    ("text", lambda x: (str(x), repr(x), f"{x}", "%s" % (x,), "%r" % x, format(x))),
    ("join", lambda x: ",".join(x)),
    ("sums", big),
    ("list", lambda x: (list(x), tuple(x), set(x), sorted(x), sorted(x, reverse=True))),
    ("map", lambda x: (list(map(int, x)), list(filter(None, x)), list(zip(x, x[1:])), list(zip(x, x)))),
    ("enumerate", lambda x: list(enumerate(x, 5))),
    ("reversed", lambda x: list(reversed(x))),
    ("star", lambda x: (star(*x), star(1, *x, *x), [*x, 1], (*x,), {*x}, print(*x))),
    ("seven", seven),
    ("rest", rest),
    ("two", two),
    ("steps", steps),
    ("backwards", backwards),
    ("growing", growing),
    ("shrinking", shrinking),
    ("generated", generated),
    ("held", held),
    ("looped", looped),
    ("collected", collected),
    ("bytes", lambda x: (bytes(x), bytearray(x), bytearray(3) + bytes(x))),
    ("dict", lambda x: dict.fromkeys(x, 1)),
    ("str methods", lambda x: "a".startswith(x)),
    ("subclass", lambda x: (Bools(x), Bools(x) == x, x == Bools(x), Bools(x) + x, type(x + Bools(x)))),
    ("init", lambda x: x.__init__([1, 2])),
    ("init itself", lambda x: x.__init__(x)),
    ("init empty", lambda x: x.__init__()),
    ("unbound", lambda x: (list.append(x, 3), list.__len__(x), list.__getitem__(x, 1), list.__iter__(x).__next__())),
    ("unbound store", lambda x: (list.__setitem__(x, 0, True), list.__setitem__(x, 1, 9), list.__delitem__(x, 2))),
    ("methods", lambda x: (x.__len__(), x.__contains__(2), x.__eq__(x), x.__reversed__().__next__(), x.__mul__(1) is x)),
    ("index object", lambda x: (x[Index(1, lambda: x.append(5))], x[Index(-1, lambda: x.append(6))])),
    ("index clears", lambda x: x[Index(1, x.clear)]),
    ("index store", lambda x: list.__setitem__(x, Index(-1, lambda: x.append(5)), False)),
    ("slice object", lambda x: x[Index(1, lambda: x.append(5)) : Index(8, x.pop)]),
    ("isinstance", lambda x: (isinstance(x, list), type(x) is list, type(x).__name__)),
    ("length hint", lambda x: (iter(x).__length_hint__(), reversed(x).__length_hint__(), iter(x).__reduce__()[1:])),
    ("exec order", lambda x: [x.pop() for _ in range(len(x))]),
    ("slice to itself", lambda x: sliced(x, slice(None, None, -1), x)),
    ("stepped sum", lambda x: sum(x[i] for i in range(0, len(x), 2))),
    ("nested", lambda x: ([x] * 2, [x, x] == [x, x[:]], (x, x) < (x, x + [1]))),
    ("size", lambda x: sys.getsizeof(x) == sys.getsizeof([None] * 7)),
]

for name, action in ACTIONS:
    attempt(name, action)
attempt("one", lambda x: (x, x.pop(), x), 1)
attempt("none", lambda x: (x, x * 3, [*x]), 0)
attempt("negative", lambda x: (x, bool(x)), -3)


# The kind of the list is found out, and nothing else is known of it.
def known(x):
    if isinstance(x, list):
        total = len(x)
        for item in x:
            total += item
        for i, item in enumerate(x):
            total += i * item
        for item in reversed(x):
            total += item
        for a, b in zip(x, x):
            total += a + b
        if x:
            total += 100
        for i in range(len(x)):
            if x[i]:
                total += 1000
        return total
    return None


def popping(x):
    if isinstance(x, list):
        count = 0
        while x:
            count += x.pop()
        return count
    return None


def appending(x, n):
    if isinstance(x, list):
        for i in range(n):
            x.append(i)
        return len(x)
    return None


def reversing(x, k):
    if isinstance(x, list):
        x[:k] = x[k - 1 :: -1]
        return x[:k], x[1:], x[k:2]
    return None


def storing(x, value):
    if isinstance(x, list):
        for i in range(len(x)):
            x[i] = value
            value = x[i]
        return x
    return None


for n in (1, 2, 7, 100):
    print(known(fresh(n)), popping(fresh(n)), appending(fresh(n), 3), storing(fresh(n), None)[-2:])
    print(storing(fresh(n), True)[-2:], storing(fresh(n), 3)[:2], storing(fresh(n), 1 << 70)[:1])
print(reversing(fresh(), 3), reversing(fresh(), 7), reversing(fresh(), 1))
