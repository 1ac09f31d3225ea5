"""The same key looked up and stored: what one lookup found must not mislead the next one."""


class Key:
    def __init__(self, name, number):
        self.name, self.number = name, number

    def __hash__(self):
        print("hash", self.name)
        return self.number

    def __eq__(self, other):
        print("eq", self.name, other)
        return isinstance(other, Key) and self.number == other.number

    def __repr__(self):
        return self.name


def count(keys):
    counts = {}
    for key in keys:
        counts[key] = counts.get(key, 0) + 1
    return counts


def add_up(keys):
    sums = {}
    for key in keys:
        if key in sums:
            sums[key] += 1
        else:
            sums[key] = 1
    return sums


text = "the cat and the dog and the other one that was longer than eight bytes longer than eight byte"
for function in (count, add_up):
    print(function(text.split()))
    print(function([i * i % 7 for i in range(20)]))
    print(function([(i % 3, i % 2) for i in range(20)]))
    print(function([(i % 3, "a", i % 2) for i in range(20)]))
    print(function([1, True, 1.0, 2, 2.0, "1", (1, 2), (1.0, True), None, None]))
    print(function([-1, -2, -1, -2, 2**60, 2**60, 2**48]))

a, b, same = Key("a", 5), Key("b", 6), Key("c", 5)
print(count([a, b, a, same, 5, 5, a, 6]))

d = {"x": 1, "y": 2}
print(d["x"], d.get("x"))
del d["x"]
print("x" in d, d.get("x", "none"), d.get("x"))
d["x"] = 3
print(d, d["x"])
d.clear()
print("x" in d, d.get("x"))
for i in range(50):
    d[i] = d.get(i, i)
    d[str(i)] = d.get(str(i), i)
    if i % 3 == 0:
        del d[i]
    d[i] = d.get(i, "back")
print(d)
print(d.popitem(), d.get("49", "gone"), d.pop("48"), d.get("48", "gone too"))
d["48"] = "again"
print(d["48"], list(d)[-3:])

# A key that asks, put before one that was found.
e = {}
for i in range(5):
    e[i] = i
print(e.get(3))
del e[1]
e[Key("odd", 3)] = "odd"
e[3] = e.get(3) + 1
print(e[3], len(e))


class Table(dict):
    def get(self, key, default=None):
        return "mine"

    def __missing__(self, key):
        return "missing"


def look(table, key):
    return table.get(key), table.get(key, 1), table.get(key, default) if False else None


print(look({"k": 2}, "k"), look({}, "k"), look(Table(), "k"), Table()["k"])
try:
    {}.get([])
except TypeError as error:
    print("TypeError")
