"""A method is replaced late, in every way that there is: what else is known stays right, and calls that go through the classes'
tables, directly, by super() or as properties find the new one from the next call on."""


class Shape:
    kind = "shape"

    def __init__(self, a):
        self.a = a

    def area(self):
        return 0

    def scale(self, k):
        return 1.0 * k

    def label(self):
        return "shape"

    def twice(self):
        return self.area() + self.area()

    @property
    def weight(self):
        return 2

    def score(self):
        return self.area() * self.weight + self.bonus()

    def bonus(self):
        return 1


class Square(Shape):
    def area(self):
        return self.a * self.a

    def scale(self, k):
        return self.a * k + 0.5

    def label(self):
        return "square"


class Rectangle(Shape):
    def __init__(self, a, b):
        super().__init__(a)
        self.b = b

    def area(self):
        return self.a * self.b

    @property
    def weight(self):
        return 3

    def label(self):
        return "rectangle " + super().label()


class Tall(Rectangle):
    def area(self):
        return super().area() + 1

    def bonus(self):
        return super().bonus() + 10


def make():
    return [Square(3), Rectangle(2, 5), Tall(4, 7), Square(9), Rectangle(1, 1)]


def round_of(shapes):
    total = 0
    real = 0.0
    for k, shape in enumerate(shapes):
        total += shape.score() + shape.twice()
        real += shape.scale(k)
    return total, real, [shape.label() for shape in shapes]


def rounds(n, shapes):
    last = None
    for _ in range(n):
        last = round_of(shapes)
    return last


def report(what):
    try:
        print(what, rounds(40, make()))
    except Exception as error:
        print(what, type(error).__name__, error)


report("as they are")

original = Rectangle.area
Rectangle.area = lambda self: self.a + self.b
report("assigned")
Rectangle.area = original
report("as before")
setattr(Rectangle, "area", lambda self: 2.5)
report("a float")
setattr(Rectangle, "area", lambda self: 1 << 80)
report("a large int")
setattr(Rectangle, "area", lambda self: True)
report("a bool")
Rectangle.area = lambda self: None
report("None")
Rectangle.area = 7
report("no function")
Rectangle.area = staticmethod(lambda: 11)
report("static")
Rectangle.area = classmethod(lambda cls: len(cls.__name__))
report("of the class")
Rectangle.area = property(lambda self: lambda: self.a)
report("a property")
del Rectangle.area
report("deleted")
Rectangle.area = original
report("again")

type.__setattr__(Square, "scale", lambda self, k: k)
report("an int for a float")
Square.scale = lambda self, k: float("nan")
nan = rounds(3, make())[1]
print(nan != nan)
Square.scale = lambda self, k, more=2: k * more + 0.25
report("with a default")
Square.scale = lambda self: 1
report("too few parameters")
del Square.scale
report("inherited")

Rectangle.weight = property(lambda self: 100)
report("another getter")
Rectangle.weight = 5
report("no getter")
del Rectangle.weight
report("the base's getter")
Shape.weight = property(lambda self: {}[self.a])
report("a getter that raises")
del Shape.weight
report("no weight")
Shape.weight = 2

Tall.bonus = lambda self: Shape.bonus(self) - 1
report("bonus")
Shape.bonus = lambda self: 1000
report("the base's bonus")


class Meta(type):
    pass


class Other(metaclass=Meta):
    def area(self):
        return -1

    def score(self):
        return -2

    twice = score

    def scale(self, k):
        return -0.5

    def label(self):
        return "other"


def with_own(n):
    shapes = make()
    result = []
    for i in range(n):
        if i == n // 2:
            shapes[0].area = lambda: 77
            shapes[1].bonus = lambda: -5
            shapes[3] = Other()
        result.append(round_of(shapes)[0])
    return result[0], result[n // 2 - 1], result[n // 2], result[-1]


print(with_own(60))


def with_class(n):
    shapes = make()
    result = []
    for i in range(n):
        if i == n // 2:
            shapes[1].__class__ = Tall
        result.append(round_of(shapes)[0])
    return result[0], result[-1]


print(with_class(60))


class Base:
    def area(self):
        return 12345

    def scale(self, k):
        return 2.0

    def label(self):
        return "base"

    def score(self):
        return 5

    def twice(self):
        return 6


class Changing(Base):
    pass


def with_bases(n):
    items = [Changing(), Changing()]
    result = []
    for i in range(n):
        if i == n // 2:
            class New:
                def score(self):
                    return 50

            Changing.__bases__ = (New, Base)
        result.append(round_of(items)[0])
    return result[0], result[-1]


print(with_bases(60))
