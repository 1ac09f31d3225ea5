# float("nan") makes an object of its own each time, and what holds it keeps it; arithmetic makes others.
import math

n = float("nan")
m = float("-nan")


class Holder:
    def __init__(self, value):
        self.value = value

    def scaled(self):
        return self.value * 1.0


def same(x):
    return x is x, [x] == [x], x in [x], (x,) == (x,), {x: 1}.get(x)


def arithmetic(x):
    y = x * 1.0
    return y is x, abs(x) is x, (x + 0.0) is x, (-x) is x, +x is x, y == x, y != x


def total(values):
    result = 0.0
    for value in values:
        held = Holder(value)
        result += held.value
        if value != value:
            print(held.value is value, held.scaled() is value, abs(held.value) is value)
        print(isinstance(value, float), math.isnan(value), math.copysign(1.0, value))
    return result


def largest(values):
    best = values[0]
    for value in values:
        if value > best:
            best = value
    return best


print(same(n), same(m), n is m, n == n, n != n)
print(arithmetic(n), arithmetic(m), arithmetic(2.5)[5:])
print(total([1.5, n, 2.0, m, float("inf")]))
print(largest([n, 1.0]) is n, largest([1.0, n]), max(n, 1.0) is n, min(1.0, n))
print([n, m].index(m), [n, 1.0, n].count(n), {n, n, m} == {m, n}, len({n, m, float("nan")}))
print(math.copysign(2.0, m), math.copysign(2.0, n), math.copysign(2.0, -m), f"{m} {n:+.1f} {-n}")
for i in range(3):
    x = n if i else 1.5
    y = x * 2
    print(x is n, y is n, y)
