"""Sets of small ints, whose members are also bits: membership after everything that can change a set."""


class Same:
    """Equal to an int, with its hash."""

    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return hash(self.number)

    def __eq__(self, other):
        print("eq", self.number, other)
        return self.number == other

    def __repr__(self):
        return "Same(%d)" % self.number


EDGES = [-34, -33, -32, -31, -1, 0, 1, 31, 32, 63, 64, 95, 96, 97, 2**40, 2**48, 2**70]


def members(s):
    found = []
    for i in range(-40, 110):
        if i in s:
            found.append(i)
    for edge in EDGES:
        if edge in s and not -40 <= edge < 110:
            found.append(edge)
    return found


def show(name, s):
    print(name, len(s), members(s), True in s, 1.0 in s, "1" in s)


s = set()
show("empty", s)
for edge in EDGES:
    s.add(edge)
show("edges", s)
for edge in EDGES[::2]:
    s.remove(edge)
show("removed", s)
for edge in EDGES:
    s.discard(edge)
show("discarded", s)
s.update(range(-5, 5))
show("updated", s)
t = s.copy()
t.clear()
show("cleared", t)
t |= s
show("merged", t)
t -= {0, 1, 2}
show("less", t)
t &= {-5, 3, 99}
show("common", t)
t ^= {3, 4}
show("either", t)
t = {1, 2, 3}
while t:
    t.pop()
show("popped", t)
show("literal", {5, 50, 500})
show("frozen", frozenset([7, 70, 700]))
show("made", {i * i for i in range(12)})
show("from", set([1, 2, 2, 96]))
a, b = {1, 2}, {3.0, 4}
a.intersection_update(b | {2})
show("swapped", a)
a.symmetric_difference_update(b)
show("swapped with floats", a)

# Other keys that are equal to ints.
show("true", {True})
show("float", {2.0, 3})
s = {True}
s.add(1)
s.add(0.0)
s.add(0)
print(s, 1 in s, 0 in s, 2 in s)
s.discard(1)
s.discard(0)
print(s, 1 in s, 0 in s)
s = {Same(5), 6}
print(5 in s, 6 in s, 7 in s)
s.add(5)
print(len(s))
s.discard(5)
print(len(s), 5 in s)
s.clear()
s.add(5)
print(5 in s)
u = {1, 2}
u.update({Same(9)})
print(9 in u)
v = {1, 2}
v |= {8.0}
print(8 in v)


class Counting(set):
    def __contains__(self, item):
        print("asked for", item)
        return set.__contains__(self, item)


def ask(container):
    hits = 0
    for i in range(3):
        if i in container:
            hits += 1
    return hits


print(ask({1, 2}), ask(frozenset([0])), ask(Counting([2])), ask([1]), ask({0: 1}), ask((2, 1)), ask(range(2)))
try:
    ask("12")
except TypeError as error:
    print(error)
try:
    ask(5)
except TypeError as error:
    print("TypeError")

# Dummies, growth, and the order in which a set gives its items.
s = set()
seed = 7
for step in range(4000):
    seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
    n = (seed >> 8) % 140 - 40
    if seed & 64:
        s.add(n)
    else:
        s.discard(n)
    if step % 500 == 0:
        print(sorted(s) == members(s), list(s)[:8], n in s)
try:
    s.remove(1000)
except KeyError as error:
    print("KeyError", error)


class Bag:
    """Methods of the same names."""

    def __init__(self):
        self.items = []

    def add(self, item):
        self.items.append(item)
        return item

    def discard(self, item):
        return "kept"

    def remove(self, item):
        self.items.remove(item)
        return self

    def get(self, key, default=None):
        return default


def use(container, item):
    return container.add(item), container.discard(item), container.add(item), container.remove(item)


for container in [set(), Bag(), set("a")]:
    result = use(container, 3)
    print(result[0], result[1], result[2], result[3] is container)
