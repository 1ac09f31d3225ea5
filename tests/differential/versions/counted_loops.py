"""Loops that count: bounds that change, are missed or lie below zero, numbers that become large, lists that change."""


def total(row, n):
    result = 0
    for i in range(n):
        result += row[i]
    return result


ROW = list(range(3000))
print(total(ROW, 0), total(ROW, 1), total(ROW, 2), total(ROW, 1025), total(ROW, 3000))
for n in (3001, 5000, 2**40):
    try:
        total(ROW, n)
    except IndexError as error:
        print(n, error)
for row in ([], [1], [2.5, 1] * 700, [1, "x"], [True] * 1500, [10**30] * 1200, (1, 2, 3), "abc", {0: 5}):
    try:
        print(total(row, len(row)))
        print(total(row, 3))
    except (IndexError, TypeError, KeyError) as error:
        print(type(error).__name__, error)


def until(row):
    """The round in which the index is out of bounds."""
    i = -3
    seen = 0
    try:
        for i in range(-3, 4000):
            seen += row[i]
    except IndexError:
        print("at", i, "after", seen)


until([1] * 2500)
until([1] * 3)
until([1] * 2)


def neighbours(row, n):
    rises = falls = 0
    for i in range(1, n):
        if row[i] > row[i - 1]:
            rises += 1
        if row[i] < row[i + 1]:
            falls += i
    return rises, falls


def try_neighbours(row, n):
    try:
        print(neighbours(row, n))
    except IndexError as error:
        print(error)


try_neighbours(ROW, 2999)
try_neighbours(ROW, 3000)
try_neighbours([3, 1, 2] * 900, 2699)


def products(n, k, start):
    result = 0.0
    for i in range(start, start + n):
        result += 1.0 / ((i + k) * (i + k + 1) // 2 + 1)
    return result


for k in (0, 7, -3, 2**29, 2**30 - 1, 2**30, 2**31, 2**33, -(2**30), -(2**40), 2**62, 10**20, -(10**19)):
    print(k, products(1500, k, 0), products(40, k, -20), products(1500, k, 2**30 - 700))
print(products(30, 2**62, 2**62 - 15), products(30, 5, 2**63 - 15))


def squares(n, start):
    result = 0
    for i in range(start, start + n):
        result ^= i * i
    return result


for start in (0, -1500, 2**30 - 1000, 2**31, 2**32 - 5, 3037000499 - 1000, -3037000499 - 500, 2**40 - 1000, 2**62):
    print(start, squares(2000, start))


def strides(limit, step, start):
    marks = [0] * 64
    rounds = 0
    j = start
    while j <= limit:
        marks[j % 64] = j
        j += step
        rounds += 1
        if rounds > 5000:
            break
    return rounds, j, marks[3]


for step in (1, 2, 1000, 0, -1, 2**31, 2**33, 2**61, 2**62):
    print(step, strides(4000, step, 0), strides(2**63 - 2, step, 2**62), strides(-5, step, -6000))
print(strides(2**63 - 1, 2**60, 0), strides(2**63 - 1, 1, 2**63 - 1500), strides(2**64, 2**62, 5))


def cross_out(limit):
    flags = [True] * (limit + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= limit:
        if flags[i]:
            j = i * i
            while j <= limit:
                flags[j] = False
                j += i
        i += 1
    return sum(flags)


print(cross_out(1), cross_out(100), cross_out(20000))


class Loud:
    def __init__(self, name, row):
        self.name = name
        self.row = row

    def __del__(self):
        print("del", self.name, len(self.row))
        if self.name == "cut":
            del self.row[1200:]
        elif self.name == "none":
            self.row[1300] = None


def overwrite(row, n, value):
    for i in range(n):
        row[i] = value
    return len(row)


def overwritten(name):
    row = [0] * 2000
    row[1100] = Loud(name, row)
    try:
        print(overwrite(row, 2000, 1), sum(row))
    except IndexError as error:
        print(error, len(row))


overwritten("keep")
overwritten("cut")
overwritten("none")


def growing(row):
    i = 0
    while i < len(row):
        if row[i] % 7 == 0 and len(row) < 5000:
            row.append(row[i] + 1)
        i += 1
    return len(row), i


print(growing(list(range(2500))))


def shrinking(row):
    seen = 0
    for i in range(len(row)):
        try:
            if row[i] == 1500:
                row.pop()
                del row[1800:]
            seen += 1
        except IndexError:
            return seen, i, len(row)
    return seen, None, len(row)


print(shrinking(list(range(2500))), shrinking(list(range(1400))))


def columns(rows, j):
    result = 0.0
    for i in range(len(rows)):
        result += rows[i][j]
    return result


TABLE = [[float(i + j) for j in range(4)] for i in range(2100)]
print(columns(TABLE, 0), columns(TABLE, 3), columns(TABLE, -1))
for place, row in ((1500, [1.0, 2.0]), (1600, (1.0, 2.0, 3.0)), (1700, [1, 2, 3, 4]), (1800, None), (0, {2: 2.5})):
    old, TABLE[place] = TABLE[place], row
    try:
        print(columns(TABLE, 2))
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)
    TABLE[place] = old


def changing_bound(n):
    stop = n
    i = 0
    while i < stop:
        if i == 1200:
            stop = 1400
        i += 1
    return i


print(changing_bound(1000), changing_bound(3000))


def changing_list(first, second):
    row = first
    result = 0
    for i in range(2000):
        if i == 1100:
            row = second
        result += row[i]
    return result


print(changing_list([1] * 2000, [2] * 2000))
try:
    print(changing_list([1] * 2000, [2] * 1500))
except IndexError as error:
    print(error)


def last_of(n):
    i = "none"
    for i in range(0, n, 3):
        pass
    return i


print(last_of(0), last_of(1), last_of(3072), last_of(3073), last_of(5000))


def found(row, item):
    for i in range(len(row)):
        if row[i] == item:
            return i
    return -1


print(found(ROW, 0), found(ROW, 1023), found(ROW, 1024), found(ROW, 2999), found(ROW, -1), found(ROW, 2999.0))


def dot(a, b):
    result = 0.0
    for i in range(len(a)):
        result += a[i] * b[i]
    return result


ONES = [1.0] * 2500
print(dot(ONES, ONES), dot(ONES, [2] * 2500), dot(ONES, [1.5] * 2499 + [1]))
try:
    dot(ONES, ONES[:2400])
except IndexError as error:
    print(error)


def cubes(n):
    result = 0
    for i in range(n):
        result += i * i * i
    return result


print(cubes(10), cubes(1100), cubes(60000))


# What is the same in each round, and not small: the copy of the loop decides that, the loop itself must not.
def below(n, x):
    result = 0
    for i in range(n):
        if x < 2000000000000:
            result += 1
        else:
            result += i & 3
    return result


def products(n, k):
    result = 0
    for i in range(n):
        result += i + k * k
    return result


def between(n, low, high):
    result = 0
    for i in range(n):
        if low <= i < high or low > 5000000000000 or high < -5000000000000:
            result += 1
    return result


for number in [1, 1999999999999, 2000000000000, 5000000000001, 2**62, -(2**62), 3037000499, 3037000500]:
    print(below(10, number), below(3000, number), products(3, number), products(3000, number))
    print(between(10, number, 7), between(10, 7, -number), between(2000, 3, number))
