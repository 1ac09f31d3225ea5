# Sorting by keys of one kind, many enough that they are not compared one by one; and what is not quite of one kind.
def numbers(n):
    seed = 7
    for _ in range(n):
        seed = (seed * 69069 + 1) & 0xFFFFFFFF
        yield seed >> 8


def shuffled(items):
    items = list(items)
    for i, number in enumerate(numbers(len(items))):
        other = number % (i + 1)
        items[i], items[other] = items[other], items[i]
    return items


def check(name, items, key=None):
    """Against a sort by insertion that is stable because it is simple."""
    got = sorted(items, key=key)
    wanted = []
    for item in items:
        place = len(wanted)
        while place > 0 and (key(item) < key(wanted[place - 1]) if key else item < wanted[place - 1]):
            place -= 1
        wanted.insert(place, item)
    down = sorted(items, key=key, reverse=True)
    inplace = list(items)
    inplace.sort(key=key)
    same = [a is b for a, b in zip(got, wanted)].count(False) if key else got != wanted
    print(name, same == 0, inplace == got, [key(x) if key else x for x in down] ==
          [key(x) if key else x for x in reversed(got)], ascii(got[:4]), ascii(got[-3:]), ascii(down[:2]))


class Always:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return f"Always({self.n})"


class Small(int):
    def __lt__(self, other):
        return int(self) > int(other)


class Word(str):
    def __lt__(self, other):
        return str(self) > str(other)


def main():
    check("ints", shuffled(range(300)))
    check("few ints", [i * 7919 % 5 for i in range(200)])
    check("negative ints", shuffled(range(-2**47, 2**47, 2**40)))
    check("ends of inline ints", shuffled([-2**48, 2**48 - 1, 0, -1, 1] * 20))
    check("big ints", shuffled(range(-2**50, 2**50, 2**44)))
    check("ints, one big", shuffled(list(range(100)) + [2**70]))
    check("ints and bools", shuffled(list(range(100)) + [True, False] * 5))
    check("floats", [number / 2**20 - 8 for number in numbers(200)] + [1e308, -1e308, 5e-324, -5e-324, 0.0])
    check("infinite floats", shuffled([float("inf"), float("-inf"), 0.0, 1.5, -1.5] * 20))
    zeros = [0.0, -0.0] * 40 + [1.0, -1.0] * 10
    print(sorted(zeros), sorted(zeros, reverse=True))
    check("ints and floats", shuffled([i / 2 if i % 3 else i for i in range(150)]))
    nan = float("nan")
    mixed = [3.0, nan, 1.0, 2.0] * 20
    print(sorted(mixed))
    check("strs", shuffled(str(i * i) for i in range(200)))
    check("same beginnings", shuffled("https://example.com/page/" + str(i % 40) + "/x" * (i % 3) for i in range(200)))
    check("long beginnings", shuffled("a" * (i % 30) + "b" * (i % 7) for i in range(200)))
    check("NULs", shuffled("a" + "\0" * (i % 25) + ("b" if i % 3 else "") for i in range(200)))
    check("only NULs", shuffled("\0" * (i % 40) for i in range(200)))
    check("not ASCII", shuffled(chr(i * 97 % 0xD000 + 1) + "\U0001f600\ud800\uffff"[i % 4:] for i in range(200)))
    check("equal strs", ["same text in all"] * 100)
    check("strs, one empty", shuffled([str(i) for i in range(99)] + [""]))
    check("strs of a class", shuffled([Word(i) for i in range(99)]))
    check("strs, one of a class", shuffled([str(i) for i in range(99)] + [Word("5")]))
    check("ints of a class", shuffled([Small(i) for i in range(99)]))
    pairs = [(i * 7919 % 13, str(i * 31 % 50)) for i in range(300)]
    check("tuples", pairs)
    check("by tuples", pairs, lambda p: (-p[0], p[1]))
    check("by one", pairs, lambda p: p[0])
    check("by a str", pairs, lambda p: p[1])
    check("by length", pairs, lambda p: len(p[1]))
    check("by a float", pairs, lambda p: p[0] / 3)
    check("tuples of one", [(i * 7919 % 131,) for i in range(200)])
    check("tuples of none", [()] * 100)
    check("tuples of five", [(1, 2.5, "x", i * 7 % 5, i * 31 % 50) for i in range(200)])
    check("tuples of four", [(1, i % 3 / 2, "x" * (i * 7 % 4), i * 31 % 50) for i in range(200)])
    check("tuples of several lengths", [(i * 7919 % 13,) * (i % 3) for i in range(200)])
    check("tuples with None", [(i * 7919 % 131, None) for i in range(131)])
    check("nested tuples", [((i * 7919 % 13,), i * 31 % 50) for i in range(200)])
    check("tuples in a mixed column", [(i * 7919 % 13 if i % 5 else 0.5, i * 31 % 50) for i in range(200)])
    check("upwards", list(range(200)))
    check("downwards", list(range(200, 0, -1)))
    check("sawtooth", [i % 10 for i in range(200)])
    check("nearly in order", list(range(100)) + [50])
    check("objects", [Always(i * 7919 % 131) for i in range(200)], lambda a: a)
    for count in (47, 48, 49, 63, 64, 65):
        check(count, shuffled(range(count)))
    bad = [[1, "a"][i % 2] for i in range(100)]
    try:
        bad.sort()
    except TypeError as e:
        print(e, len(bad))
    try:
        sorted([(i, "a" if i % 2 else i) for i in range(50)] + [(0, 0), (0, "a")] * 30)
    except TypeError as e:
        print(e)


main()
