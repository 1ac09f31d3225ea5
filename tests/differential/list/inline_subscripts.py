# Subscripts, appends and iteration of builtin sequences next to what only looks like them.
class MyList(list):
    def __getitem__(self, key):
        return ("mine", key)

    def __len__(self):
        return 99

    def append(self, item):
        super().append(("appended", item))

    def __iter__(self):
        return iter(["from", "iter"])


class Plain(list):
    pass


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n

    def __repr__(self):
        return f"Index({self.n})"


def items(sequence, keys):
    found = []
    for key in keys:
        try:
            found.append(sequence[key])
        except (IndexError, TypeError, KeyError) as e:
            found.append(type(e).__name__ + ": " + str(e))
    return found


def store(sequence, keys):
    found = []
    for key in keys:
        try:
            sequence[key] = key
        except (IndexError, TypeError) as e:
            found.append(type(e).__name__ + ": " + str(e))
    return found


def add(sequence, n):
    for i in range(n):
        sequence.append(i)
        sequence.append(str(i) + "!")
    return sequence


def walk(sequence):
    found = []
    for x in sequence:
        found.append(x)
    return found


def grow(xs):
    seen = []
    for x in xs:
        seen.append(x)
        if len(xs) < 6:
            xs.append(x * 2)
    return seen


def shrink(xs):
    seen = []
    for x in xs:
        seen.append(x)
        xs.pop()
    return seen


def unpack(pairs):
    found = []
    for pair in pairs:
        try:
            a, b = pair
            found.append((b, a))
        except (ValueError, TypeError) as e:
            found.append(str(e))
    return found


class Noisy:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


def main():
    keys = [0, 1, -1, 2, -3, 5, -7, True, Index(1), "a", 1.0, 2**60, None]
    for sequence in ([1, 2, 3], (4, 5, 6), "str", "käse", b"byt", range(10, 13), MyList([1, 2]), Plain([7, 8, 9]),
                     {0: "zero", 1: "one", -1: "minus", 2**60: "big", "a": "letter"}):
        print(items(sequence, keys))
    xs = [1, 2, 3]
    print(store(xs, keys), len(xs), xs[0], xs[1], xs[2])
    print(store((1, 2), keys[:2]))
    print(add([], 3), add(Plain(), 2), len(add(MyList(), 2)))
    print(walk([1, 2]), walk((3, 4)), walk("ab"), walk({5: 6}), walk(MyList([1])), walk(range(3)), walk(range(3, -3, -2)),
          walk(range(2**60, 2**60 + 2)), walk({7}), walk(iter([8, 9])))
    print(grow([1, 2]), shrink([1, 2, 3, 4, 5]))
    print(unpack([(1, 2), [3, 4], "ab", (1,), (1, 2, 3), 5, {1: 2, 3: 4}, iter((6, 7)), None]))
    xs = [Noisy(i) for i in range(4)]
    xs[1] = None
    print("stored")
    xs[-1] = xs[0]
    print("again")
    xs[:] = [1]
    print(xs)
    ys = list(range(12))
    ys[2:5] = "abcdef"
    ys[::3] = [0] * len(ys[::3])
    ys[8:] = []
    print(ys, ys[::-1], ys[5:1:-2], ys[-3:], ys[:Index(2)], ys[None:None:None])
    for bad in ((slice(None, None, 0),), (slice("a", None),)):
        try:
            ys[bad[0]]
        except (ValueError, TypeError) as e:
            print(e)
    try:
        ys[::0]
    except ValueError as e:
        print(e)
    try:
        ys["a":]
    except TypeError as e:
        print(e)
    try:
        ys[::2] = [1]
    except ValueError as e:
        print(e)
    five = 5
    try:
        five[1:2]
    except TypeError as e:
        print(e)
    try:
        "abc"[1:2] = "x"
    except TypeError as e:
        print(e)


main()
