"""A part of a list that gets itself or another part backwards: in place where it can be, and where it cannot."""


def flip(row, k):
    for _ in range(3):
        row[:k + 1] = row[k::-1]
    return row


for k in (0, 1, 2, 5, 6, 7, 20, -1, -2, -7, -8, -9, 2**40, -(2**40)):
    print(k, flip(list(range(7)), k))
print(flip([], 0), flip([1], 0), flip([1.5, "x", None], 2))


def flip_middle(row, low, high):
    for _ in range(1):
        row[low:high] = row[high - 1:low - 1:-1]
    return row


for low in (-9, -3, -1, 0, 1, 3, 6, 7, 9):
    print(low, [flip_middle(list(range(7)), low, high) for high in (-9, -2, -1, 0, 1, 3, 4, 7, 8, 10)])


def flip_all(row):
    for _ in range(3):
        row[:] = row[::-1]
    return row


def flip_tail(row, k):
    for _ in range(3):
        row[k:] = row[:k - 1:-1]
    return row


print(flip_all([1, 2, 3]), flip_all([]), flip_all(["a"]), [flip_tail(list(range(5)), k) for k in range(-6, 7)])


def flip_from(row, other, k):
    for _ in range(3):
        row[:k + 1] = other[k::-1]
    return row


print(flip_from([0] * 4, [1, 2, 3, 4], 2), flip_from([0] * 2, [1, 2, 3, 4], 3), flip_from([0] * 5, [1, 2], 4))


class Loud:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __del__(self):
        print("del", self.name)


print(flip([Loud("a"), Loud("b"), Loud("c"), Loud("d")], 2))
print(flip([Loud("e"), Loud("f")], 2))


class Row(list):
    def __setitem__(self, key, value):
        print("set", key, value)


print(flip(Row([1, 2, 3]), 1))
