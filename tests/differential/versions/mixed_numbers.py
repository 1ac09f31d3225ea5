"""Values that are ints as well as floats: fields, parameters, items, sums; and what they turn into late."""


class Vector:
    def __init__(self, x=0, y=0):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    def dot(self, other):
        return self.x * other.x + self.y * other.y

    def parts(self):
        return self.x, self.y


def walk(n, step):
    place = Vector()
    for i in range(n):
        place = place + step
        if i % 3 == 0:
            place = place * 2
        if i % 7 == 0:
            place = Vector(i, 0.5)
    return place.parts()


print(walk(40, Vector(1, 2)), walk(40, Vector(0.5, 1)), walk(40, Vector(1.5, -2.0)))
print(Vector(0, 1).dot(Vector(2.0, 3)), Vector(1, 2).dot(Vector(3, 4)), Vector(-0.0, 0).dot(Vector(1, -0.0)))


def relaxed(pull, drag, rounds):
    """A loop of floats into which parameters of either kind come."""
    place, speed = 1.0, 0.0
    for n in range(rounds):
        speed += pull - place * 0.25
        place = (place + speed) / 2.0 - drag
        if abs(place) > 1e6:
            return n
    return place, speed


print([relaxed(c, d, 50) for c in (0.25, 0, -1, True, 10**30, -2, 1e300) for d in (0, 0.5, False)])


def compared(a, b):
    return a < b, a <= b, a == b, a != b, a >= b, a > b, a / b if b else None, a - b


NUMBERS = (0, 1, -1, 2**53, 2**53 + 1, -(2**53) - 1, 2**62, 2**63, 10**40, 0.0, -0.0, 0.5, 9007199254740992.0, 1e308, float("inf"))
for a in NUMBERS:
    for b in NUMBERS:
        try:
            print(compared(a, b))
        except OverflowError as error:
            print(a, b, error)


def total(items):
    sum_ = 0
    for item in items:
        sum_ += item
    return sum_


print(total([1, 2, 3]), total([1, 2.5, 3]), total([0.5] * 10), total([1] * 5 + [2**62] * 4 + [0.25]), total([True, 1.5]))


def late(n, wrong):
    """A field of ints and floats gets something else."""
    v = Vector(1, 1.5)
    seen = []
    for i in range(n):
        if i == n - 5:
            v.x = wrong
        try:
            seen.append(v.x * 2 + v.y)
        except TypeError as error:
            seen.append(str(error))
        v.y = i if i % 2 else i / 2
    return seen[-7:]


for wrong in (None, "ab", [1], 2**80, 3j, True):
    print(late(60, wrong))


def arithmetic(a, b):
    results = []
    for operation in range(6):
        try:
            if operation == 0:
                results.append(a // b)
            elif operation == 1:
                results.append(a % b)
            elif operation == 2:
                results.append(a ** b)
            elif operation == 3:
                results.append(-a * b + a)
            elif operation == 4:
                results.append(abs(a) + max(a, b) - min(a, b))
            else:
                results.append(int(a) + round(b, 1))
        except (ZeroDivisionError, OverflowError, ValueError) as error:
            results.append(type(error).__name__)
    return results


for a in (7, -7, 7.5, -0.5, 2**62):
    for b in (2, -3, 2.5, 0, 0.0):
        print(arithmetic(a, b))
        print(type(a + b).__name__, type(a * b).__name__, type(a - b).__name__)


def maybe(value, factor):
    return value * factor + 1


print([maybe(v, f) for v in (1, 2.5, 3) for f in (2, 0.5)])
try:
    maybe(None, 2)
except TypeError as error:
    print(error)
