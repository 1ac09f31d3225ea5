"""Unboxed variables: unbound, deleted, released, in handlers, in closures' places."""


def maybe_unbound(n):
    for i in range(n):
        last = i * 2
    return last, i


print(maybe_unbound(3))
try:
    maybe_unbound(0)
except UnboundLocalError as error:
    print(error)


def deleted(n):
    x = n + 1
    y = x * 2
    del x
    try:
        return x
    except UnboundLocalError as error:
        return y, str(error)


print(deleted(4), deleted(2.5), deleted(10**30))


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def replaced(n):
    x = Noisy("first")
    print("before")
    x = n + 1
    print("after", x)
    x = Noisy("second")
    x = n * 1.5
    print("end", x)


replaced(2)
replaced(10**20)


def in_handlers(items):
    count = 0
    total = 0.0
    for item in items:
        try:
            total += 10 / item
            count += 1
        except ZeroDivisionError:
            count -= 100
            total = total - count
        except TypeError as error:
            total = str(total)
            print(count, total, error)
            total = 0.0
        finally:
            count += 1000
    return count, total


print(in_handlers([1, 2, 0, 4, "x", 5.0, 0.0]))


def nested(n, m):
    total = 0
    for i in range(n):
        for j in range(i, m):
            for k in range(j, i, -1):
                total += i * j - k
                if total > 10**6:
                    break
            else:
                total += 1
        if i == 7:
            continue
        total -= 3
    return total, i


print(nested(9, 12), nested(30, 5))


def ranges(a, b, s):
    out = []
    for i in range(a, b, 3):
        out.append(i)
    for i in range(b, a, -3):
        out.append(i)
    for i in range(a, b, s):
        out.append(i)
    return out


print(ranges(0, 10, 2), ranges(-5, 5, -1), ranges(3, 3, 1), ranges(10, -10, -7))
try:
    ranges(0, 10, 0)
except ValueError as error:
    print(error)
try:
    ranges(0, 1.5, 1)
except TypeError as error:
    print(error)


def large_ranges():
    out = []
    for i in range(2**63 - 3, 2**63 - 1):
        out.append(i)
    for i in range(2**63 - 5, 2**63 - 1, 2):
        out.append(i)
    for i in range(-2**63 + 3, -2**63, -2):
        out.append(i)
    for i in range(2**64, 2**64 + 2):
        out.append(i)
    return out


print(large_ranges())


def shadowed(n):
    out = []
    for i in range(n):
        out.append(i)
    return out


print(shadowed(3))
builtin_range, range = range, lambda n: ["shadowed", n]
print(shadowed(3))
range = builtin_range
print(shadowed(2))


def rebinding(n):
    out = []
    for i in range(n):
        out.append(i)
        n = 100
        i = "changed"
    return out, i


print(rebinding(3))


def flags(values):
    found = False
    best = None
    for v in values:
        if best is None or v > best:
            best = v
        found = found or v == 3
    return found, best, found is True, best is None


print(flags([1, 3, 2]), flags([]), flags([1.5, 10**20, 2]))


def generator_uses(n):
    total = 0
    for i in range(n):
        total += i
        sent = yield total
        if sent:
            total = sent


g = generator_uses(5)
print(next(g), g.send(2.5), next(g), list(g))


def many(a, b, c, d):
    for _ in range(3):
        a, b, c, d = b, c, d, a
        a += 1
        if d == 2:
            c = c * 1.0
    return a, b, c, d


print(many(1, 2, 3, 4), many(1, 2.5, 10**20, -1))


def appends(n):
    text = ""
    number = 0
    for i in range(n):
        text += str(i)
        number += i
    number += 2**63
    text += "!"
    return text, number


print(appends(12))


def from_closure():
    total = 0

    def add(x):
        nonlocal total
        total += x
        return total

    for i in range(5):
        add(i * 1.5 if i % 2 else i)
    return total


print(from_closure())


def star(*args, scale=2, **options):
    total = 0
    for a in args:
        total += a * scale
    return total + len(options)


print(star(1, 2, 3), star(1.5, 2, scale=3, x=1))
