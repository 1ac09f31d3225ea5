# Special methods of classes whose methods are known when the program is compiled, and the other sides of what is guarded.


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __eq__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return self.x == other.x and self.y == other.y

    def __lt__(self, other):
        return self.x < other.x

    def __mul__(self, other):
        return self.x * other.x + self.y * other.y

    def __getitem__(self, index):
        if index > 1:
            raise IndexError(index)
        return self.x if index == 0 else self.y

    def __setitem__(self, index, value):
        if index == 0:
            self.x = value
        else:
            self.y = value

    def __len__(self):
        return 2

    def __contains__(self, item):
        return self.x == item or self.y == item

    def __call__(self, z, scale=2):
        return self.x * scale + z

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __bool__(self):
        return self.x != 0

    def __hash__(self):
        return 7


def use(vectors, rounds):
    total = 0
    for i in range(rounds):
        v = vectors[i % len(vectors)]
        w = vectors[(i + 1) % len(vectors)]
        if v == w:
            total += 1
        if v != w:
            total += 2
        if v < w:
            total += 4
        same = v == w
        less = v < w
        total += same + less
        total += v * w
        total += v[i & 1] + len(v) + v(i) + v(i, scale=3) + v(i, 1)
        v[0] = v[0] + 1
        if 5 in v:
            total += 100
        if v:
            total += 1000
        while not w:
            w[0] = 1
        total += (-v).y
    return total


print(use([Vector(1, 2), Vector(2, 3), Vector(1, 2)], 50))


# ---- The right operand's class derives from the left one's: it is asked first.
class Base:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return "Base.eq"

    def __lt__(self, other):
        return "Base.lt"

    def __add__(self, other):
        return "Base.add"


class Derived(Base):
    def __eq__(self, other):
        return "Derived.eq"

    def __gt__(self, other):
        return "Derived.gt"

    def __radd__(self, other):
        return "Derived.radd"


class Plain(Base):
    pass


def ask(a, b):
    out = []
    for i in range(3):
        out.append((a == b, a != b, a < b, a + b))
        if a == b:
            out.append("equal")
        if a < b:
            out.append("less")
    return out[-3:]


objects = [Base(1), Derived(2), Plain(3)]
for left in objects:
    for right in objects:
        print(type(left).__name__, type(right).__name__, ask(left, right))
print(ask(objects[0], 3), ask(objects[1], 2.5))


# ---- NotImplemented: the reflected method, then the default.
class Shy:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return NotImplemented

    def __lt__(self, other):
        return NotImplemented

    def __add__(self, other):
        return NotImplemented

    def __mul__(self, other):
        if self.n > 2:
            return NotImplemented
        return self.n * 2


class Bold:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return "Bold.eq"

    def __gt__(self, other):
        return "Bold.gt"


def shy(a, b):
    for i in range(3):
        r = [a == b, a != b]
        try:
            r.append(a < b)
        except TypeError as error:
            r.append(str(error))
        try:
            r.append(a + b)
        except TypeError as error:
            r.append(str(error))
        try:
            r.append(a * b)
        except TypeError as error:
            r.append(str(error))
        if a == b:
            r.append("yes")
    return r


s, t = Shy(1), Shy(3)
print(shy(s, s), shy(s, t), shy(t, s), shy(t, 5))
print(shy(s, Bold(1)))


# ---- Results that are no bool, and no length.
class Odd:
    def __init__(self, what):
        self.what = what

    def __bool__(self):
        return self.what

    def __eq__(self, other):
        return self.what

    def __contains__(self, item):
        return self.what

    def __call__(self):
        return self.what

    def __neg__(self):
        return self.what


class Sized:
    def __init__(self, length):
        self.length = length

    def __len__(self):
        return self.length


def odd(value):
    out = []
    for i in range(2):
        o = Odd(value)
        try:
            out.append("true" if o else "false")
        except TypeError as error:
            out.append(str(error))
        try:
            out.append("equal" if o == o else "differs")
        except TypeError as error:
            out.append(str(error))
        out.append(3 in o)
        out.append(o())
        out.append(-o)
        out.append(o != o)
    return out[:6]


for value in [True, False, 0, 1, [], [1], None, "x", 2.5, Odd(True)]:
    print(str(odd(value)).replace(hex(id(value)), "").split(" object")[0])


def sized(length):
    out = []
    for i in range(2):
        z = Sized(length)
        for question in (len, bool):
            try:
                out.append(question(z))
            except (TypeError, ValueError, OverflowError) as error:
                out.append(str(error))
        try:
            out.append(len(z))
        except (TypeError, ValueError, OverflowError) as error:
            out.append((type(error).__name__, str(error)))
        try:
            out.append("true" if z else "false")
        except (TypeError, ValueError, OverflowError) as error:
            out.append((type(error).__name__, str(error)))
    return out[4:]


for length in [0, 1, 5, True, -1, 1 << 40, 1 << 62, 1 << 63, 1 << 80, -(1 << 80), 2.5, "x", None]:
    print(sized(length))


# ---- Neither __bool__ nor __len__, neither __eq__ nor __ne__.
class Node:
    def __init__(self, value, following):
        self.value = value
        self.following = following


def chain(node):
    total = 0
    while node:
        total += node.value
        node = node.following
    return total


def same(a, b):
    return [a == b, a != b, a == None, a != None, b == a]


first = Node(3, Node(4, Node(5, None)))
print(chain(first), same(first, first.following), same(first, first), same(first, None), same(first, 3))


class Everything:
    def __eq__(self, other):
        return "everything"


print(same(first, Everything()))
Node.__bool__ = lambda self: self.value < 5
print(chain(first))
del Node.__bool__
print(chain(first))
Node.__len__ = lambda self: 0
print(chain(first))
Node.__eq__ = lambda self, other: "patched"
print(same(first, first.following))


# ---- Methods replaced while they are in use.
class Counter:
    def __init__(self):
        self.n = 0

    def __getitem__(self, i):
        self.n += i
        if self.n == 10:
            Counter.__getitem__ = lambda self, i: i * 100
        return self.n

    def __lt__(self, other):
        return self.n < other.n

    def __len__(self):
        return self.n


def count(c, rounds):
    out = []
    for i in range(rounds):
        out.append(c[i])
        out.append(len(c))
    return out


c = Counter()
print(count(c, 8), c < Counter(), Counter() < c)
Counter.__lt__ = lambda self, other: "new"
print(c < Counter())
del Counter.__lt__
try:
    print(c < Counter())
except TypeError as error:
    print(error)


# ---- An instance's own attributes do not count; a class that is not as it seems.
class Own:
    def __init__(self):
        self.__len__ = lambda: 99

    def __len__(self):
        return 3

    def __getattribute__(self, name):
        if name == "__getitem__":
            raise AssertionError("not asked")
        return object.__getattribute__(self, name)

    def __getitem__(self, key):
        return key


own = Own()
print(sum(len(own) + own[i] for i in range(4)))
own.__call__ = lambda: 1
try:
    own()
except TypeError as error:
    print(error)


class Meta(type):
    def __len__(cls):
        return 77

    def __eq__(cls, other):
        return "meta"

    __hash__ = type.__hash__


class WithMeta(metaclass=Meta):
    def __len__(self):
        return 5


print(len(WithMeta), len(WithMeta()), WithMeta == 3)


class Unhashable:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n


u = [Unhashable(i % 3) for i in range(6)]
print(sum(1 for a in u for b in u if a == b))
try:
    {u[0]}
except TypeError as error:
    print(error)


# ---- Exceptions leave through the operators, and nothing is lost.
class Fails:
    def __init__(self, at):
        self.at = at

    def __getitem__(self, i):
        if i == self.at:
            raise KeyError(i)
        return i

    def __setitem__(self, i, value):
        if i == self.at:
            raise KeyError(i, value)

    def __eq__(self, other):
        raise ValueError("eq")

    def __len__(self):
        raise ValueError("len")

    def __bool__(self):
        raise ValueError("bool")


def fail(f):
    caught = []
    for i in range(6):
        try:
            f[i]
            f[i] = [i]
        except KeyError as error:
            caught.append(error.args)
        for question in (lambda: f == f, lambda: len(f), lambda: not f, lambda: f != f):
            try:
                question()
            except ValueError as error:
                caught.append(str(error))
        try:
            if f == i:
                caught.append("never")
        except ValueError as error:
            caught.append(str(error))
        try:
            if f:
                caught.append("never")
        except ValueError as error:
            caught.append(str(error))
    return caught


print(fail(Fails(3)))


# ---- Recursion goes through them.
class Deep:
    def __init__(self, below):
        self.below = below

    def __eq__(self, other):
        return self.below == other.below

    def __len__(self):
        return 1 + len(self.below)


deep = []
for _ in range(300):
    deep = Deep(deep)
print(len(deep), deep == deep)
ring = Deep(None)
ring.below = ring
for question in (lambda: ring == ring, lambda: len(ring)):
    try:
        question()
    except RecursionError as error:
        print("RecursionError", "maximum recursion depth exceeded" in str(error))


# ---- Families: which method it is depends on the object.
class Shape:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        return self.size

    def __call__(self, n):
        return self.size + n

    def __lt__(self, other):
        return self.size < other.size

    def __getitem__(self, i):
        return self.size * i


class Square(Shape):
    def __len__(self):
        return self.size * self.size

    def __call__(self, n):
        return self.size * n

    def __lt__(self, other):
        return other.size < self.size


class Round(Shape):
    def __getitem__(self, i):
        return float(self.size)

    def __call__(self, n):
        return self.size - n


def family(shapes):
    total = 0
    for i in range(30):
        a = shapes[i % 3]
        b = shapes[(i + 1) % 3]
        total += len(a) + a(i) + a[i]
        if a < b:
            total += 1000
        if a:
            total += 5
    return total


print(family([Shape(2), Square(3), Round(4)]))

raise IndexError(Vector(1, 2)[5])
