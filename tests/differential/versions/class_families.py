# Methods, properties and fields of classes that derive from each other, called where only the base is known.


class Shape:
    def __init__(self, name):
        self.name = name

    def area(self):
        raise NotImplementedError(self.name)

    def scaled(self, k):
        raise NotImplementedError

    @property
    def weight(self):
        return 2

    def score(self):
        return self.area() * self.weight + self.bonus(1)

    def bonus(self, extra):
        return extra

    def describe(self):
        return f"{self.name}:{self.area()}"


class Square(Shape):
    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def area(self):
        return self.side * self.side

    def scaled(self, k):
        return Square(self.side * k)


class Rectangle(Shape):
    def __init__(self, a, b):
        super().__init__("rectangle")
        self.a = a
        self.b = b

    def area(self):
        return self.a * self.b

    @property
    def weight(self):
        return 3

    def scaled(self, k):
        return Rectangle(self.a * k, self.b * k)


class Heavy(Rectangle):
    def bonus(self, extra):
        return super().bonus(extra) + 10

    def scaled(self, k):
        r = super().scaled(k)
        return Heavy(r.a, r.b)


class Circle(Shape):
    def __init__(self, r):
        super().__init__("circle")
        self.r = r

    def area(self):
        return 3 * self.r ** 2

    def scaled(self, k):
        return Circle(self.r * k)

    def bonus(self, extra):
        return self.r + extra


def total(shapes):
    result = 0
    for shape in shapes:
        result += shape.score()
    return result


def run(shapes, times):
    for i in range(times):
        j = i % len(shapes)
        shapes[j] = shapes[j].scaled(i % 3 + 1)
    return total(shapes), [shape.describe() for shape in shapes]


def fresh():
    return [Square(3), Rectangle(2, 5), Heavy(4, 1), Circle(2), Square(1)]


print(run(fresh(), 12))
print(run([Circle(1.5), Square(2.5), Heavy(2, 0.5)], 6))  # floats where ints were
print(run([Square(10**17), Circle(2**47)], 5))  # and ints that grow
print(run([Square("ab")], 0) if False else run([Square(True), Circle(False)], 3))
try:
    total([Square(1), Shape("bare")])
except NotImplementedError as error:
    print("NotImplementedError", error)


class Duck:
    def score(self):
        return 1000


print(total([Duck(), Square(1), Duck()]))


def in_function(k):
    class Local(Square):
        def area(self):
            return super().area() + k

    return Local


print([total([in_function(k)(2), Square(2)]) for k in range(3)])
Made = type("Made", (Circle,), {"bonus": lambda self, extra: -extra})
print(total([Made(2), Circle(2)]))

# An instance's own attribute hides a method, and not a property.
shapes = fresh()
shapes[0].bonus = lambda extra: 500 + extra
print(total(shapes))
shapes[0].__dict__["weight"] = 77
print(total(shapes), shapes[0].weight)
del shapes[0].bonus
print(total(shapes))

# An instance changes its class; a class loses or gets a method, a property or another base's.
shapes = fresh()
shapes[0].__class__ = Circle
shapes[0].r = 7
print(total(shapes), shapes[0].describe(), type(shapes[0]).__name__)


def bonus(self, extra):
    return extra * 100


Square.bonus = bonus
print(total(fresh()))
del Square.bonus
print(total(fresh()))
Heavy.weight = 5
print(total(fresh()))
Circle.area = lambda self: 1
print(total(fresh()))
