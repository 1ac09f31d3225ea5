# Slices of lists by ints: parts, and parts stored into parts, of the same list and of others.


class Noisy:
    def __init__(self, name, action=None):
        self.name = name
        self.action = action

    def __del__(self):
        print("del", self.name)
        if self.action:
            self.action()


class Index:
    def __init__(self, value, action=None):
        self.value = value
        self.action = action

    def __index__(self):
        if self.action:
            self.action()
        return self.value

    def __add__(self, other):
        if self.action:
            self.action()
        return self.value + other


class Subclass(list):
    def __getitem__(self, key):
        return ["got", str(key)]

    def __setitem__(self, key, value):
        print("set", key, value)


BOUNDS = (-(2**63), -7, -5, -1, 0, 1, 3, 5, 9, 2**63 - 1)


def parts(items, bounds):
    out = []
    for i in bounds:
        out.append((items[i:], items[:i], items[i::-1], items[:i:-1], items[i::2], items[:i:3], items[i::-2]))
        for j in bounds:
            out.append((items[i:j], items[i:j:-1], items[i:j:2], items[i:j:-3]))
    return out


def reversed_prefixes(items, n):
    for first in range(n):
        items[: first + 1] = items[first::-1]
    return items


def within(bounds):
    out = []
    for i in bounds:
        for j in bounds:
            a = [0, 1, 2, 3, 4, 5]
            a[:i] = a[j:]
            b = [0, 1, 2, 3, 4, 5]
            b[i:] = b[j::-1]
            c = [0, 1, 2, 3, 4, 5]
            c[i:j] = c[j:i:-1]
            d = [0, 1, 2, 3, 4, 5]
            d[1:j] = d[0:i:2]
            e = [0, 1, 2, 3, 4, 5]
            e[:3] = e[5:2:-1]
            e[i : i + 2] = e[j : j + 2]
            out.append((a, b, c, d, e))
    return out


def between(left, right, n):
    for i in range(n):
        left[i : i + 2] = right[n - i : n - i - 2 : -1]
    return left


def aliased(items, n):
    other = items
    for i in range(n):
        items[i : i + 3] = other[i + 1 : i + 4]
        other[i:] = items[i + 1 :]
        other[:0] = items[:1]
    return items


def objects(n):
    left = [Noisy(f"left {i}") for i in range(n)]
    right = [Noisy(f"right {i}") for i in range(n)]
    print("copy")
    left[:2] = right[1:3]
    print("reverse")
    left[:n] = left[n::-1]
    print([item.name for item in left])
    print("shrink")
    left[1:3] = left[3:3]
    print([item.name for item in left])
    mixed = [1, 2.5, "s", right[0]]
    mixed[:4] = right[3::-1]
    print([item.name for item in mixed])
    mixed[:3] = [1, 2, 3][0:3]
    print(mixed[:3])


def clearing(n):
    items = [1, 2, 3, 4, 5]
    items[1] = Noisy("clears", items.clear)
    for i in range(n):
        items[i : i + 3] = items[2:5]
    print(items)


def changed_between(n):
    items = list(range(8))
    first = Index(2, lambda: items.append("more"))
    out = []
    for i in range(n):
        items[: first + i] = items[i::-1]
        out.append(items[:])
    items[first:] = items[first::-1]
    out.append(items)
    return out


def overflowing(k, n):
    items = list(range(6))
    for i in range(n):
        items[: k + i] = items[2::-1]
    return items


def wrong(items, source, start, n):
    out = []
    for i in range(n):
        try:
            items[start : i + 3] = source[i + 1 :: -1]
            out.append(items[:] if type(items) is list else items)
        except (TypeError, ValueError) as error:
            out.append(str(error))
    return out


def unbound(n):
    items = [1, 2, 3, 4]
    out = []
    for i in range(n):
        if i == 2:
            del late
        elif i < 2:
            late = i
        try:
            items[: late + 1] = items[late::-1]
        except UnboundLocalError as error:
            out.append(str(error))
    return items, out


def main():
    for line in parts([10, 20, 30, 40, 50, 60], BOUNDS):
        print(line)
    print(parts([], BOUNDS[:4]), parts([1.5, "a", None], (0, 1))[:2])
    print(reversed_prefixes(list(range(9)), 9), reversed_prefixes(["a", "b", "c"], 5), reversed_prefixes([], 2))
    for line in within(BOUNDS):
        print(line)
    print(between([1, 2, 3, 4, 5, 6], ["a", "b", "c", "d", "e", "f"], 4))
    print(between([1, 2, 3, 4, 5, 6], [True, None, 2**80, 1.5, (1,), "x"], 5))
    print(aliased([1, 2, 3, 4, 5, 6, 7, 8], 4))
    objects(4)
    clearing(2)
    print(changed_between(4))
    print(overflowing(1, 3), overflowing(2**63 - 2, 4), overflowing(2**70, 2))
    print(wrong([1, 2, 3, 4], [5, 6, 7, 8], 1, 3))
    print(wrong([1, 2, 3, 4], (5, 6, 7, 8), 1, 2), wrong([1, 2, 3, 4], "text", 1, 2))
    print(wrong([1, 2, 3, 4], 7, 1, 2), wrong((1, 2), [1, 2], 0, 1), wrong([1, 2], [3, 4], 1.5, 1))
    print(wrong(Subclass([1, 2, 3]), [4, 5], 0, 2), wrong([1, 2, 3], Subclass([4, 5]), 0, 2))
    print(wrong(bytearray(b"abcd"), [1, 2, 3], 0, 2))
    print(unbound(4))


main()
