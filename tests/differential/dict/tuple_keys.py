# Lookups by tuple displays, which mostly need no tuple, and where they do.
import sys


class Key:
    def __init__(self, name, log):
        self.name, self.log = name, log

    def __eq__(self, other):
        self.log.append(f"{self.name} == {other!r}")
        return isinstance(other, int) and other == 1

    def __hash__(self):
        self.log.append(f"hash {self.name}")
        return hash(1)


class Text(str):
    def __eq__(self, other):
        print("Text.__eq__", str(other))
        return str.__eq__(self, other)

    __hash__ = str.__hash__


class Pair(tuple):
    def __eq__(self, other):
        print("Pair.__eq__", type(other).__name__, tuple(other))
        return tuple.__eq__(self, other)

    __hash__ = tuple.__hash__


def numbers():
    table = {(1, 2): "a", (-1, 0): "b", (-2, 0): "c", (2**60, 1): "d", (0, -1): "e", (0, -2): "f"}
    for x in (1, True, 1.0, -1, -2, -1.0, 0, 2**60, float(2**60), 2**61):
        for y in (2, 2.0, 0, False, -0.0, 1, -1, -2):
            if (x, y) in table:
                print(x, y, table[x, y], table.get((x, y)), table.get((x, y), 9))
            else:
                print(x, y, table.get((x, y)), table.get((x, y), 9))
    try:
        print(table[5, 6])
    except KeyError as error:
        print(error, error.args, type(error.args[0]))


def stored_key_stays():
    table = {}
    for x in (1, True, 1.0):
        for y in ("a", "".join(["a"])):
            table[x, y] = x
    print(table)
    first = next(iter(table))
    table[True, "a"] = 5
    print(table, next(iter(table)) is first)
    table[0, 0] = 1
    table[0.0, False] = 2
    print(table, len(table))
    counts = {}
    for i in range(1000):
        counts[i % 7, i % 3] = counts.get((i % 7, i % 3), 0) + i
    print(sorted(counts.items()), list(counts)[:4])
    for i in range(30):
        counts[i % 5, i % 3] += 1
    print(sum(counts.values()))


def nans():
    nan, other = float("nan"), float("nan")
    table = {(nan, 1): "one"}
    print((nan, 1) in table, (other, 1) in table, table.get((nan, 1)), table.get((other, 1)))


def objects():
    log = []
    key = Key("k", log)
    table = {(1, 2): "ints", (3, 4): "more"}
    print(table.get((key, 2)), (key, 2) in table, table[key, 2])
    print(log)
    log.clear()
    table = {(key, 2): "key"}
    print(table.get((1, 2)), (1, 2) in table, table[1, 2], table.get((1, 3)))
    table[1, 2] = "new"
    print(len(table), log)
    seen = {(Text("a"), 1): "text"}
    print(seen.get(("a", 1)), ("b", 1) in seen)
    pairs = {Pair((1, 2)): "pair"}
    print(pairs.get((1, 2)), (1, 2) in pairs, pairs[1, 2])
    pairs[1, 2] = "again"
    print(pairs, type(next(iter(pairs))).__name__)


class Greedy:
    """Keeps what it gets."""

    def __init__(self):
        self.kept = []

    def __getitem__(self, key):
        self.kept.append(key)
        return len(self.kept)

    def __setitem__(self, key, value):
        self.kept.append((key, value))

    def __contains__(self, key):
        self.kept.append(key)
        return True

    def get(self, *arguments):
        self.kept.append(arguments)
        return arguments


class Missing(dict):
    def __missing__(self, key):
        self[key] = key
        return key


def others(things):
    for thing in things:
        try:
            print(thing[1, "x"])
        except (TypeError, KeyError, IndexError) as error:
            print(type(error).__name__, error)
        try:
            thing[2, "y"] = 3
        except TypeError as error:
            print(error)
        try:
            print((2, "y") in thing)
        except TypeError as error:
            print(error)
        try:
            print(thing.get((2, "y")), thing.get((3, "z"), 7))
        except (AttributeError, TypeError) as error:
            print(error)


def mutation():
    table = {}

    class Clears:
        def __init__(self, number):
            self.number = number

        def __hash__(self):
            return 7

        def __eq__(self, other):
            table.clear()
            return True

    first, second = Clears(1), Clears(2)
    table[first, 1] = "x"
    print(table.get((second, 1)), len(table))
    table[first, 1] = "x"
    table[second, 1] = "y"
    print(len(table), [key[0].number for key in table])


def unhashable():
    table = {(1, 2): 3}
    for wrong in ([], {}, [1]):
        for ask in (lambda: table[1, wrong], lambda: table.get((wrong, 1)), lambda: (wrong, 2) in table):
            try:
                print(ask())
            except TypeError as error:
                print(error)
        try:
            table[wrong, 1] = 2
        except TypeError as error:
            print(error)


class Dies:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def deaths():
    table = {}
    print(table.get((Dies("a"), Dies("b"))))
    print((Dies("c"), 1) in table)
    table[Dies("d"), 1] = Dies("e")
    print(len(table))
    table.clear()


def order():
    def say(value):
        print("say", value)
        return value

    table = {(1, 2): 3}
    print(table.get((say(1), say(2)), say(3)))
    table[say(1), say(2)] = say(4)
    print((say(1), say(2)) in table, table[say(1), say(2)])
    table[say(1), say(2)] += say(5)
    print(table)


def long_keys():
    table = {}
    for i in range(200):
        table[i, str(i), i * i, "x", i - 5] = i
        table[i,] = i
    print(len(table), sum(table.get((i, str(i), i * i, "x", i - 5), 0) for i in range(300)))
    print(sum(table[i,] for i in range(200)), (5,) in table, (200,) in table, () in table)


numbers()
stored_key_stays()
nans()
objects()
greedy = Greedy()
others([{}, {(1, "x"): 1}, Missing(), greedy, [1, 2], (1, 2), "text", {(2, "y")}, frozenset([(2, "y")]), None])
print(greedy.kept)
mutation()
unhashable()
deaths()
order()
long_keys()
