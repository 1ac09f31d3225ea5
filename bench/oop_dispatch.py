# args: 300
# count: 6000
"""Methods: virtual calls, super, properties, over shapes of several classes. usage: oop_dispatch.py [N]"""
import sys


class Shape:
    count = 0

    def __init__(self, name):
        self.name = name
        Shape.count += 1

    def area(self):
        raise NotImplementedError

    def scaled(self, k):
        raise NotImplementedError

    def score(self):
        return self.area() * self.weight + self.bonus()

    @property
    def weight(self):
        return 2

    def bonus(self):
        return 1


class Square(Shape):
    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def area(self):
        return self.side * self.side

    def scaled(self, k):
        return Square(self.side * k % 101)


class Rectangle(Shape):
    def __init__(self, a, b):
        super().__init__("rectangle")
        self.a = a
        self.b = b

    def area(self):
        return self.a * self.b

    def scaled(self, k):
        return Rectangle(self.a * k % 103, self.b * k % 107)

    @property
    def weight(self):
        return 3


class Heavy(Rectangle):
    def bonus(self):
        return super().bonus() + 10

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
        return Circle(self.r * k % 109)

    def bonus(self):
        return self.r


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 400000
    shapes = [Square(3), Rectangle(2, 5), Circle(4), Heavy(7, 3), Square(9)]
    total = 0
    for i in range(n):
        for k, shape in enumerate(shapes):
            total = (total + shape.score()) % 1000003
        j = i % 5
        shapes[j] = shapes[j].scaled(i % 13 + 1)
    print(total, Shape.count, [s.name for s in shapes])


if __name__ == "__main__":
    main()
