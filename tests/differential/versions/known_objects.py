# Lists, tuples, dicts and strs that a module binds to a name once, looked into by functions; and what ends that.
import sys

TABLE = [10, 20, 30, 40]
PAIRS = (("a", 1), ("b", 2))
NAMES = {"one": 1, "two": 2}
LETTERS = "abcdef"
LATE = [1, 2, 3]


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name)


HELD = [Loud("held 0"), Loud("held 1")]


def look(n):
    total = 0
    for i in range(n):
        total += TABLE[i & 3]
        for name, number in PAIRS:
            total += number
        total += NAMES["one"]
        total += len(LETTERS[i % 6]) + len(TABLE)
    return total


def names(key):
    return NAMES[key], NAMES.get("none", 0), key in NAMES, [x for x in TABLE if x > 15]


print(look(100), names("two"))
TABLE.append(50)
NAMES["three"] = 3
print(look(100), names("three"))

module = sys.modules[__name__]
globals()["TABLE"] = (1, 2, 3, 4)
print(look(100), names("two"))
module.NAMES = {"one": 1000, "two": 5}
print(look(100), names("two"))
del module.PAIRS
try:
    look(2)
except NameError as e:
    print(e)
vars(module)["PAIRS"] = [("x", 7)]
print(look(100))
module.LETTERS = ["long", "list", "of", "strs", "in", "it"]
print(look(100))


def dropped():
    # The list goes while something of it is in use.
    first = HELD[0]
    names = [one.name for one in HELD]
    globals()["HELD"] = None
    print("dropped", first.name, names)


dropped()


class Replaces:
    def __getitem__(self, index):
        globals()["LATE"] = [7, 8, 9]
        return index

    def __del__(self):
        module.LATE = [100, 200, 300]


def replaced_within(thing):
    return LATE[0], LATE[thing[1]], LATE[2]


print(replaced_within([0, 1, 2]), replaced_within(Replaces()), replaced_within([0, 1, 2]))


def iterate():
    out = []
    for x in LATE:
        out.append(x)
        if x == 100:
            module.LATE = None
    return out, LATE


print(iterate())


def before():
    return LATER[0]


try:
    before()
except NameError as e:
    print(e)
LATER = [1]
print(before(), before())
if len(LATER) == 1:
    CONDITIONAL = {"k": "v"}
for i in range(3):
    IN_LOOP = [i]


def uses():
    return CONDITIONAL["k"], IN_LOOP[0]


print(uses())
