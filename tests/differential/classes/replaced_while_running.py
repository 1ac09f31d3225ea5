"""Methods are replaced by what runs meanwhile: the method itself, an argument, an operand, a finalizer, a callee."""
import sys


class Node:
    def __init__(self, value):
        self.value = value

    def get(self):
        return self.value

    def put(self, value):
        self.value = value
        return self

    def cost(self, k):
        return self.value * k

    def __len__(self):
        return 3

    def __bool__(self):
        return True

    def __eq__(self, other):
        return self.value == other.value

    def __add__(self, other):
        return Node(self.value + other.value)

    def __getitem__(self, i):
        return self.value + i


class Leaf(Node):
    def get(self):
        return -self.value

    def cost(self, k):
        return self.value - k


def use(nodes, at=-1, change=None):
    total = 0
    for i in range(60):
        for node in nodes:
            if i == at:
                change()
            total += node.get() + node.cost(i) + node[i] + len(node)
            if node and node == nodes[0]:
                total += 1
            total += (node + node).value
    return total


def nodes():
    return [Node(1), Leaf(2), Node(3), Leaf(4)]


print(use(nodes()))


def kept(cls, name):
    """Replaces and puts back, in a function that says which."""
    old = cls.__dict__.get(name)

    def change(new):
        setattr(cls, name, new)

    def back():
        setattr(cls, name, old) if old else delattr(cls, name)

    return change, back


for cls, name, new in [
    (Node, "get", lambda self: 100),
    (Leaf, "get", lambda self: "x" and 7),
    (Node, "cost", lambda self, k: k),
    (Leaf, "cost", lambda self, k: 0.5),
    (Node, "__len__", lambda self: 9),
    (Leaf, "__len__", lambda self: 0),
    (Node, "__bool__", lambda self: False),
    (Leaf, "__bool__", lambda self: False),
    (Node, "__eq__", lambda self, other: NotImplemented),
    (Leaf, "__eq__", lambda self, other: self is other),
    (Node, "__add__", lambda self, other: Leaf(5)),
    (Leaf, "__radd__", lambda self, other: Leaf(6)),
    (Leaf, "__getitem__", lambda self, i: 0),
    (Node, "__init__", lambda self, value: setattr(self, "value", value * 2)),
    (Leaf, "__init__", lambda self, value: setattr(self, "value", 1)),
]:
    change, back = kept(cls, name)
    print(cls.__name__, name, use(nodes(), 50, lambda: change(new)), end=" ")
    print(use(nodes()), end=" ")
    back()
    print(use(nodes()))


# A method that replaces itself, and goes on.
class Itself:
    def __init__(self):
        self.n = 0

    def step(self, k):
        self.n += 1
        if self.n == 50:
            Itself.step = lambda self, k: -k
            return self.step(k) + 1000
        return k

    def run(self):
        return [self.step(k) for k in range(60)]


print(Itself().run())


# An argument that replaces the method which has been looked up.
class Looked:
    def f(self, x):
        return x + 1

    def g(self, x):
        return x + 2


class Derived(Looked):
    def f(self, x):
        return x + 3


def replace(i):
    if i == 55:
        Looked.f = lambda self, x: 1000 + x
        Derived.f = lambda self, x: 2000 + x
    return i


print([item.f(replace(i)) + item.g(i) for i in range(60) for item in (Looked(), Derived())][-14:])


# An operand that replaces it in the middle of an expression.
class Middle:
    def __init__(self, k):
        self.k = k

    def a(self):
        return self.k

    def b(self, i):
        if i == 50:
            Middle.a = lambda self: 0.5
            Under.a = lambda self: 0.25
        return 1


class Under(Middle):
    def a(self):
        return self.k + 1


def middle():
    result = []
    for i in range(56):
        for item in (Middle(3), Under(4)):
            result.append(item.a() + item.b(i) * item.a() + item.a())
    return result


print(middle()[-16:])


# A finalizer that replaces it.
class Ends:
    def __init__(self, i):
        self.i = i

    def __del__(self):
        if self.i == 50:
            Quiet.sound = lambda self: "new"
            Loud.sound = lambda self: "NEW"


class Quiet:
    def sound(self):
        return "quiet"


class Loud(Quiet):
    def sound(self):
        return "loud"


def sounds():
    result = []
    for i in range(54):
        animals = Quiet(), Loud()
        held = Ends(i)
        for animal in animals:
            result.append(animal.sound())
        held = None
        for animal in animals:
            result.append(animal.sound())
    return result


print(sounds()[-18:])


# The new one recurses through the calls that stay fast: as deep as ever, and no deeper.
class Deep:
    def down(self, n):
        return 0 if n == 0 else self.next(n - 1)

    def next(self, n):
        return 0


class Deeper(Deep):
    def next(self, n):
        return self.down(n) + 1


def depth(item):
    low, high = 10, 5000
    while low + 1 < high:
        middle = (low + high) // 2
        try:
            item.down(middle)
            low = middle
        except RecursionError:
            high = middle
    return low


sys.setrecursionlimit(900)
item = Deeper()
for _ in range(30):
    item.down(20), Deep().down(3)
before = depth(item)
Deeper.next = lambda self, n: self.down(n) + 1
print(item.down(100), before == depth(item))


def trace(item):
    try:
        return item.down(3)
    except ZeroDivisionError as error:
        lines, entry = [], error.__traceback__
        while entry:
            lines.append((entry.tb_frame.f_code.co_name, entry.tb_lineno))
            entry = entry.tb_next
        return lines


def failing(self, n):
    return 1 // 0


Deeper.next = failing
print(trace(item))
del Deeper.next, Deep.next
try:
    item.down(3)
except AttributeError as error:
    print(error)
