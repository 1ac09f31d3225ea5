# args: 300
# size: 400000
"""Methods replaced at run time: of a class, and by an attribute of one instance. usage: oop_dispatch.py [N]"""
import sys

from straight.oop_dispatch import Circle, Heavy, Rectangle, Shape, Square


class Tall(Rectangle):
    """Overrides in another module."""

    def area(self):
        return super().area() + 1

    def scaled(self, k):
        return Tall(self.b * k % 103, self.a * k % 107)


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 400000
    shapes = [Square(3), Rectangle(2, 5), Circle(4), Heavy(7, 3), Square(9)]
    total = 0
    for i in range(n):
        for k, shape in enumerate(shapes):
            total = (total + shape.score()) % 1000003
        j = i % 5
        shapes[j] = shapes[j].scaled(i % 13 + 1)
        if i == n * 9 // 10:
            Rectangle.area = lambda self: self.a + self.b
        elif i == n * 19 // 20:
            shapes[1] = Tall(4, 5)
        elif i == n - 20:
            shapes[0].bonus = lambda: 1000
            del Heavy.bonus
            Square.weight = property(lambda self: 7)
    print(total, Shape.count, [s.name for s in shapes])


if __name__ == "__main__":
    main()
