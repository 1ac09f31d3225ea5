"""What is rare happens in the middle of loops: the likely code is left for the general body, and come back to."""


class Noisy:
    def __init__(self, name):
        self.name = name
        self.value = len(name)

    def __del__(self):
        print("del", self.name)


def sums(rows):
    total, seen = 0, []
    for number, row in enumerate(rows):
        for left, right in zip(row, reversed(row)):
            total += left * right
        seen.append((number, total))
    return seen


print(sums([[1, 2, 3], [2**40, 2**41], [4, 5], [1.5, 2], [6]]))


def overflows_at_times(n):
    x, y = 1, 0
    for i in range(n):
        x = x * 5 + i
        if x > 2**70:
            x = i
        y += x % 7
    return x, y


print(overflows_at_times(10), overflows_at_times(200), overflows_at_times(1000))


def counts_down(n):
    steps = 0
    while n:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
        if n == 1:
            break
    return steps


print(counts_down(27), counts_down(2**63 - 1), counts_down(10**25 + 1))


def handlers(items):
    found, errors = 0, []
    for position, item in enumerate(items):
        try:
            try:
                found += 100 // item
            except ZeroDivisionError:
                found -= 1
            finally:
                found += 1000
        except TypeError as error:
            errors.append((position, type(error).__name__))
    return found, errors


print(handlers([1, 2, 0, 5, "x", 0.5, 0, 2**80, None, 3]))


def holds(items):
    last = Noisy("first")
    total = 0
    for item in items:
        last = Noisy("of %s" % item)
        total += item
        total += last.value
    print("at the end")
    return total


print(holds([1, 2**62, 2**62, 3]))


def never_bound(items):
    for item in items:
        if item > 2**64:
            late = item
        item += 1
    return late


print(never_bound([1, 2, 2**65, 3]))
try:
    never_bound([1, 2**63 - 1, 5])
except UnboundLocalError as error:
    print(error)


def lines(items):
    total = 0
    for item in items:
        total += item
        total = total + (
            items[item]
        )
    return total


for bad in ([0, 1, 7], [0, 2**63, 1], [1, 0, "x"]):
    try:
        print(lines(bad))
    except Exception as error:
        trace, where = error.__traceback__, []
        while trace:
            where.append(trace.tb_lineno - lines.__code__.co_firstlineno)
            trace = trace.tb_next
        print(type(error).__name__, error, where[1:])


def closures(n):
    total = 0
    adders = []
    for i in range(n):
        total += i * 2**60

        def add(k, i=i):
            return k + i + total

        adders.append(add)
    return [add(1) for add in adders[:3]], total


print(closures(5), closures(12))


def recursive(n, x):
    if n == 0:
        return x
    return recursive(n - 1, x * 3) - x


print(recursive(5, 1), recursive(60, 1), recursive(60, 1.5))


def swaps(a, b, c):
    for _ in range(4):
        a, b, c = b, c, a + b
        if _ == 2:
            a = a * 2**63
    return a, b, c


print(swaps(1, 2, 3), swaps(1.5, 2, 3))


class Point:
    def __init__(self, x):
        self.x = x

    def move(self, by):
        self.x += by
        return self.x


def moves(points, steps):
    total = 0
    for step in steps:
        for point in points:
            total += point.move(step)
    return total, [point.x for point in points]


points = [Point(1), Point(2)]
print(moves(points, [1, 2, 3]), moves(points, [1, 2**62, 2**62]), moves(points, [-(2**62)]), moves(points, [0.5]))
points.append(Point(None))
try:
    moves(points, [1])
except TypeError as error:
    print(error, points[0].x)


def nested(n):
    total = 0
    for i in range(n):
        j = 0
        while j < n:
            k = 1 << (i * j % 66)
            total += k
            j += 1
        total %= 10**15
    return total, i, j, k


print(nested(3), nested(12), nested(40))


def flags(items):
    any_large = False
    count = 0
    for item in items:
        any_large = any_large or item > 2**63
        if any_large:
            count += 1
    return any_large, count


print(flags([1, 2, 3]), flags([1, 2**64, 3, 4.5]))


def replaced_item(items):
    for i in range(len(items)):
        items[i] = i * 3
    return items


print(replaced_item([Noisy("item"), 2**70, None, "text", 4]))
