# Calls of known functions, methods and classes with keywords and without what has a constant default; and what changes the
# defaults meanwhile.


def scale(x, factor=2, offset=0.5, label="s"):
    return x * factor + offset, label


def run(times):
    total = 0.0
    for i in range(times):
        total += scale(i)[0] + scale(i, 3)[0] + scale(i, offset=1.5)[0] + scale(factor=4, x=i, label="t")[0]
    return total, scale(1, label="u"), scale(offset=2.0, x=1)


print(run(1000))
setattr(scale, "__defaults__", (10, 20.0, "other"))
print(run(1000))
setattr(scale, "__defaults__", ([1], 1, None))
try:
    run(1)
except TypeError as e:
    print(e)
setattr(scale, "__defaults__", None)
try:
    run(1)
except TypeError as e:
    print(e)


def order(a, b, c=3, /, d=4, e=None):
    return a, b, c, d, e


def say(n):
    print("say", n)
    return n


def orders():
    print(order(say(1), say(2), e=say(5), d=say(4)))
    print(order(1, 2, d=7), order(1, 2, e=8), order(1, 2, 9, e=(1, 2)))


orders()
orders()
for wrong in (lambda: order(1), lambda: order(1, 2, c=3), lambda: order(1, 2, 3, 4, d=5), lambda: order(1, 2, f=1),
              lambda: order(b=1, a=2), lambda: order(1, 2, 3, 4, 5, 6)):
    try:
        wrong()
    except TypeError as e:
        print(e)


class Point:
    def __init__(self, x=0, y=0, name="p"):
        self.x = x
        self.y = y
        self.name = name

    def moved(self, dx=1, dy=1):
        return Point(self.x + dx, self.y + dy, name=self.name)

    def values(self, scale=1, *, sign=1):
        return self.x * scale * sign, self.y * scale * sign, self.name


class Named(Point):
    def moved(self, dx=1, dy=1):
        return Named(y=self.y - dy, x=self.x - dx, name="n")


def walk(point, steps):
    for i in range(steps):
        point = point.moved(dy=2) if i % 3 else point.moved()
        point = point.moved(dx=i, dy=i + 1).moved(dy=0, dx=0)
    return point.values(), point.values(scale=2), point.values(2, sign=-1)


def points():
    return walk(Point(), 50), walk(Point(y=3), 50), walk(Named(1), 50), walk(Named(name="m"), 50)


print(points())
setattr(Named.moved, "__defaults__", (5, 6))
print(points())
setattr(Point.__init__, "__defaults__", (100, 200, "late"))
print(points())
setattr(Point.__init__, "__defaults__", ())
try:
    points()
except TypeError as e:
    print(e)
Point.__init__ = lambda self, x=7, y=8, name="l": setattr(self, "x", x) or setattr(self, "y", y) or setattr(self, "name", name)
print(points())


# Defaults that are no constants, and functions over one code with different ones.
def make(n):
    def inner(x, y=n, z=1):
        return x, y, z

    return inner


one, two = make(1), make([2])


def both():
    return one(0), two(0), one(0, z=5), two(z=6, x=1)


print(both())
print(both())


def grows(item, into=[]):
    into.append(item)
    return into


def grow():
    grows(1)
    grows(item=2)
    return grows(3)


print(len(grow()), len(grow()))


# Changed while the arguments are evaluated: the defaults are looked up when the call is made.
def late(a, b=1):
    return a, b


def change(n):
    setattr(late, "__defaults__", (n,))
    return n


def call_late(n):
    return late(change(n)), late(a=n)


print(late(1))
print(call_late(50))
print(call_late(60))


class Odd:
    def method(self, a=1):
        return a

    setattr(method, "__defaults__", (2,))


def odd():
    return Odd().method(), Odd().method(a=5)


print(odd())


class Size:
    def __init__(self, width=1, height=2.5, unit="m"):
        self.width = width
        self.height = height
        self.unit = unit

    def __add__(self, other):
        return Size(self.width + other.width, unit=self.unit)


def sizes(count):
    total = Size()
    for i in range(count):
        total = total + Size(height=1.5, width=i) + Size(unit="km")
    return total.width, total.height, total.unit


print(sizes(100))
setattr(Size.__init__, "__defaults__", (3, 4.5, "cm"))
print(sizes(100))
