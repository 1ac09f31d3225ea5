# Attributes and methods of classes whose layout the compiler knows, and everything that makes the knowledge wrong.


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def length2(self):
        return self.x * self.x + self.y * self.y

    def moved(self, dx, dy):
        return Point(self.x + dx, self.y + dy)


class Named(Point):
    def __init__(self, x, y, name):
        Point.__init__(self, x, y)
        self.name = name

    def label(self):
        return self.name + ":" + str(self.length2())


def total(points):
    result = 0
    for p in points:
        result += p.x + p.y
    return result


def show(p):
    try:
        print(p.x, p.y, p.length2())
    except Exception as error:
        print(type(error).__name__, error)


points = [Point(i, i + 0.5) for i in range(4)]
print(total(points), [p.length2() for p in points])
show(Point(2**60, 1))  # the square is a large int
show(Point("a", "b"))
show(Point(True, None))
show(Named(1, 2, "n"))
print(Named(3, 4, "five").label())

# A field that is not there any more, or not yet.
p = Point(1, 2)
del p.x
show(p)
p.x = 7
show(p)
print(p.__dict__, list(vars(p)))
empty = Point.__new__(Point)
show(empty)
empty.y = 1
empty.x = 2
print(vars(empty))
show(empty)

# Its own dict has the method's name.
q = Point(3, 4)
q.length2 = lambda: "mine"
show(q)
q.__dict__["x"] = "dict"
show(q)
del q.length2
show(q)

# Another class while it lives.
r = Point(5, 6)


class Other:
    x = "class x"
    y = 0

    def length2(self):
        return "other"


show(r)
r.__class__ = Other
show(r)


def changed():
    kept = [Point(1, 2), Point(3, 4)]
    print(total(kept), kept[0].length2())
    Point.length2 = lambda self: "patched"
    print(kept[0].length2(), kept[1].moved(1, 1).length2())
    del Point.length2
    show(kept[0])
    Point.x = property(lambda self: 100)
    print(total(kept))
    del Point.x
    print(total(kept))
    Point.__getattribute__ = lambda self, name: 1000
    print(total(kept))
    del Point.__getattribute__
    Point.__setattr__ = lambda self, name, value: print("set", name, value)
    kept[0].x = 5
    del Point.__setattr__
    kept[0].x = 5
    print(total(kept))


changed()


# The same statement makes several classes; only one can be known.
def make(k):
    class Made:
        def __init__(self):
            self.value = k

        def get(self):
            return self.value

    return Made


first, second = make(1), make(2.5)
print(first().get(), second().get(), first().get())


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1

    def both(self):
        return self.a, self.b


s = Slotted()
try:
    s.both()
except AttributeError as error:
    print(error)
s.b = 2
print(s.both())


class WithDefault:
    count = 0

    def bump(self):
        self.count += 1
        return self.count


w = WithDefault()
print(w.bump(), w.bump(), WithDefault.count, WithDefault().bump())


class Dies:
    def __init__(self, box):
        self.box = box

    def __del__(self):
        Holder.value = property(lambda self: "property")
        self.box.append("died")


class Holder:
    def __init__(self):
        self.value = None

    def put(self, value):
        self.value = value
        return self.value


box = []
h = Holder()
print(h.put(Dies(box)) is not None)
try:
    print(h.put(3))
except AttributeError as error:
    print("AttributeError", error)
print(box)


# Operators of known classes.
class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        if isinstance(other, Vector):
            return Vector(self.x + other.x, self.y + other.y)
        return NotImplemented

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y)

    def __repr__(self):
        return f"Vector({self.x!r}, {self.y!r})"


class Wide(Vector):
    def __radd__(self, other):
        return "reflected"


def operate(a, b, c):
    print(a + b, a * 2, a * 1.5, a - b)
    for other in (c, 3, 2.5, None, "s"):
        try:
            print(a + other)
        except TypeError as error:
            print(error)
    try:
        print(a - 1)
    except AttributeError as error:
        print(error)
    try:
        print(a + 1)
    except TypeError as error:
        print(error)
    a += b
    print(a)


operate(Vector(1, 2), Vector(0.5, -1), Wide(1, 1))
Vector.__sub__ = lambda self, other: "changed"
operate(Vector(3, 4), Vector(1, 1), Vector(2, 2))


class Strange:
    def __init__(self, value):
        if value:
            return value


for value in (None, 0, 1):
    try:
        print(type(Strange(value)).__name__)
    except TypeError as error:
        print(error)


def creates(n):
    made = []
    for i in range(n):
        made.append(Vector(i, -i))
    Vector.__new__ = lambda cls, *arguments: "new"
    made.append(Vector(1, 2))
    return made


print(creates(3))


# What only a temporary object holds outlives it.
class Rows:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        self.scale = 2.5


def of_temporaries(m, r):
    joined = [row + extra for row, extra in zip(Rows(m).rows, Rows(r).rows)]
    print(joined, len(Rows(m).rows), Rows(m).scale * 2, Rows(m).rows[1][0])
    for row in Rows(m).rows:
        print(row)
    return Rows(r).rows


print(of_temporaries([[1.0, 2.0], [3.0, 4.0]], [[5], [6]]))
