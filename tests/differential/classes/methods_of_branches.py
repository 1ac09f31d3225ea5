"""Methods that not the common base has but the classes that derive from it: some of them, later the base, too."""


class Node:
    def __init__(self, weight):
        self.weight = weight

    def total(self):
        return self.weight + self.own()


class Leaf(Node):
    def own(self):
        return 1

    def label(self):
        return "leaf"


class Pair(Node):
    def __init__(self, weight, left, right):
        super().__init__(weight)
        self.left = left
        self.right = right

    def own(self):
        return self.left.total() + self.right.total()

    @property
    def depth(self):
        return 2

    def label(self):
        return "pair"


class Twice(Leaf):
    def own(self):
        return 2 * super().own()


class Bare(Node):
    """Has no own()."""


class Odd(Node):
    own = staticmethod(lambda: 7)

    def label(self, mark="?"):
        return "odd" + mark


def totals(nodes):
    found = 0
    for node in nodes:
        found += node.own()
    return found


def tell(nodes):
    for node in nodes:
        try:
            print(type(node).__name__, node.own(), node.label(), node.total())
        except AttributeError as error:
            print(type(node).__name__, "has none:", error)


nodes = [Leaf(1), Pair(2, Leaf(3), Twice(4)), Twice(5)]
for _ in range(3):
    print(totals(nodes))
tell(nodes)
tell([*nodes, Bare(1), Odd(2)])

# An instance's own attribute hides the method, and so does one of the base that comes later.
hidden = Leaf(9)
hidden.own = lambda: 100
print(totals([*nodes, hidden]))
try:
    totals([*nodes, Bare(0)])
except AttributeError as error:
    print(error)
bare = Bare(3)
bare.own = lambda: 1000
print(totals([*nodes, bare]))
Node.own = lambda self: -1
tell([*nodes, Bare(1)])
del Twice.own
print(totals(nodes))
del Leaf.own
print(totals(nodes), totals([Bare(2)]))


# One branch's is a plain function, another one's is something else.
class Shape:
    pass


class Square(Shape):
    def area(self):
        return 4

    @property
    def name(self):
        return "square"


class Blob(Shape):
    area = 5

    def name(self):
        return "blob"


def area_of(shape):
    return shape.area() if callable(shape.area) else shape.area


print([area_of(shape) for shape in [Square(), Blob(), Square()] * 2])
for shape in [Square(), Blob(), Shape()]:
    for what in (lambda s: s.area(), lambda s: s.name, lambda s: s.name()):
        try:
            print(str(what(shape))[:6])
        except (TypeError, AttributeError) as error:
            print(error)


class Late(Square):
    def __init__(self):
        self.area = lambda: 6


print(sum(shape.area() for shape in [Square(), Late(), Square()]))
