"""Dicts and sets keyed by tuples: equal items of other types, collisions, items that have to be asked."""


class Key:
    asked = 0

    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return self.number % 3

    def __eq__(self, other):
        Key.asked += 1
        return isinstance(other, Key) and self.number == other.number


class Pair(tuple):
    def __eq__(self, other):
        return "pair" if len(self) == len(other) else False

    __hash__ = tuple.__hash__


table = {}
for i in range(400):
    table[(i, i % 7)] = i
    table[(str(i), i)] = -i
    table[((i, "n"), -1)] = i * i
print(len(table), table[(1.0, True)], table[("5", 5.0)], table[((9, "n"), -1)], table[((9.0, "n"), -1.0)])
print((400, 1) in table, (399,) in table, () in table, (399, 0) in table, (399, 0, 0) in table, ("399", 399) in table)
print(hash((1, 2)) == hash((1.0, 2.0)) == hash((True, 2)), hash((-1, -2)) == hash((-2, -2)), hash(()) == hash(tuple([])))

nan = float("nan")
table = {(nan, 1): "nan", (0.0, "z"): "zero", (2**70, 1): "big", (None, ...): "none"}
print(table.get((nan, 1)), table.get((float("nan"), 1)), table.get((-0.0, "z")), table.get((0, "z")), table.get((2**70, 1)),
      table.get((None, ...)))

keys = [(Key(i), i % 5) for i in range(30)]
table = {key: i for i, key in enumerate(keys)}
Key.asked = 0
print([table.get((Key(i), i % 5)) for i in range(32)], Key.asked > 0)
print((Key(3), 3) in set(keys), (Key(3), 4) in set(keys))

table = {Pair((1, 2)): "a"}
print(table.get((1, 2)), table.get(Pair((1, 2))), (1, 2) in table, Pair((3, 4)) in table)
table[(1, 2)] = "b"
print(len(table), list(table.values()))

for bad in ((1, []), ([], 1), ((1, {}), 2)):
    try:
        print(bad in {(1, 2): 3})
    except TypeError as error:
        print(error)
deep = ()
for _ in range(50):
    deep = (deep, 1)
print({deep: 1}[deep], len({deep, (deep, 1), deep}))

big = {(i, -i): i for i in range(70000)}
print(sum(big[(i, -i)] for i in range(0, 70000, 7)), (1, 1) in big, len(big))
print(sorted([(1, "b"), (1, "a"), (0, "z")]), (1, 2) < (1, 2.5), (2**60, 1) < (2**60, 2), (1, "a") <= (1, "a", 0), (3,) > (2, 9))
