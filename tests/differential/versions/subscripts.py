"""Items of lists, tuples and strs by ints: each guard's other side, and what changes in the middle of a loop."""


class Shouting(list):
    def __getitem__(self, index):
        return ("got", index)

    def __setitem__(self, index, value):
        print("set", index, value)


def total(xs, n):
    result = 0
    for i in range(n):
        result += xs[i]
    return result


print(total([1, 2, 3], 3), total((1, 2.5, 3), 3), total([True, 2.0, 10**30], 3), total({0: 5, 1: 6}, 2))
for bad in ([1, "x"], [1], "ab", None, 7):
    try:
        print(total(bad, 2))
    except (TypeError, IndexError) as error:
        print(type(error).__name__, error)
print(Shouting([1])[0], Shouting([1])[5])


def ends(xs, n):
    out = []
    for i in range(n):
        out.append(xs[-i])
        out.append(xs[i - n])
        out.append(xs[-1])
    return out


print(ends([1, 2, 3], 3), ends((1, 2, 3), 3), ends("añb", 3), ends("abc", 3))
for short in ([], (), "", [1], "x"):
    try:
        print(ends(short, 2))
    except IndexError as error:
        print(error)


def counts(items, limit):
    table = [0] * limit
    for item in items:
        table[item] += 1
        table[-1] -= item
    return table


print(counts([1, 2, 1, 0], 5))
try:
    print(counts([1, 5], 5))
except IndexError as error:
    print(error)
print(counts([True, False, 1 << 3], 9))
try:
    counts([1.0], 3)
except TypeError as error:
    print(error)


def store_anything(xs, value):
    for i in range(len(xs)):
        xs[i] = value
    return xs


print(store_anything([1, 2], 2**62), store_anything([1, 2], 1.5), store_anything([None], "s"))
print(store_anything(Shouting([1, 2]), 3))
try:
    store_anything((1, 2), 3)
except TypeError as error:
    print(error)


# What an overwritten item does when it dies is seen by the next access.
class Clearing:
    def __init__(self, target):
        self.target = target

    def __del__(self):
        print("dies with", len(self.target))
        self.target.clear()


def overwrite(n):
    xs = [0] * n
    xs[1] = Clearing(xs)
    try:
        for i in range(n):
            xs[i] = i + xs[0]
    except IndexError as error:
        print(error, xs)


overwrite(4)


# A borrowed item is kept where something runs before it is used.
def swap_while_read(rows):
    class Swapper:
        def __index__(self):
            rows[0] = [9, 9]
            return 1

        def __radd__(self, other):
            rows[0] = [7, 7]
            return other

    first = rows[0][Swapper()]
    both = rows[0][0] + Swapper()
    return first, both, (rows[0], rows.clear())


print(swap_while_read([[1, 2], [3, 4]]))


def nested(matrix, n):
    result = 0.0
    for i in range(n):
        for j in range(n):
            result += matrix[i][j] * matrix[j][i]
            matrix[i][j] = result
    return result, matrix


print(nested([[1.0, 2.0], [3.0, 4.0]], 2))
print(nested([[1, 2], [3, 4]], 2))
print(nested([(1, 2), [3.5, 4]], 1) if False else "tuple rows cannot be stored to")
try:
    nested([[1, 2], (3, 4)], 2)
except TypeError as error:
    print(error)
try:
    nested([[1, 2], 3], 2)
except TypeError as error:
    print(error)


def first_letters(words):
    out = []
    for word in words:
        for i in range(len(word)):
            out.append(ord(word[i]) if word[i] > "a" else chr(ord(word[i]) + 1))
    return out


print(first_letters(["abc", "ä€", "", "Z\U0001f600"]))
