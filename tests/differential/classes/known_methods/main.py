# Methods that are called without a look at their functions: whose module is another one, which is imported again, and
# which go away while they run.
import sys

import shapes
from shapes import Shape, held

UNIT = 1


class Square(Shape):
    def area(self):
        return self.size * self.size * UNIT


class Cube(Square):
    def __init__(self, size, name):
        super().__init__(size)
        self.name = name

    def area(self):
        return super().area() * 6


def total(shapes):
    result = 0
    for shape in shapes:
        result += shape.area()
    return result


def show(shapes):
    for shape in shapes:
        print(shape.describe(), (shape + shape).describe())


every = [Shape(1), Square(2), Cube(3, "c"), Shape(4)]
print(total(every))
show(every)
UNIT = 2
shapes.UNIT = 20
print(total(every))
show(every)


# A method replaces itself, and goes on.
class Turns:
    def __init__(self):
        self.turns = 0

    def turn(self, at):
        self.turns += 1
        if self.turns == at:
            Turns.turn = lambda self, at: "turned"
            result = self.after(at)
            return result, self.turns, UNIT
        return self.turns

    def after(self, at):
        del Turns.after
        return at


def run(at):
    turns = Turns()
    return [turns.turn(at) for i in range(5)]


print(run(100))
print(run(3))
print(run(3))

for replaces in (False, True):
    print(held(replaces))
try:
    held(True)
except AttributeError as e:
    print(e)

# Loaded before its arguments are evaluated, which replace it.
class Late:
    def __init__(self, n):
        self.n = n

    def add(self, n):
        return self.n + n

    def replace(self, n):
        Late.add = lambda self, n: ("replaced", n)
        return n


def late(replaces):
    one, two = Late(1), Late(2)
    return one.add(two.replace(5) if replaces else two.add(5)), one.add(1)


print(late(False))
print(late(True))
print(late(False))

# A second import of a module makes other classes, with other globals.
del sys.modules["shapes"]
import shapes as again

print(again is shapes, again.Shape is Shape)
again.UNIT = 7
mixed = [Shape(1), again.Shape(1), Square(2), again.Shape(3)]
print(total(mixed))
show(mixed)
del shapes, again
print(total(mixed))
mixed.pop(1)
print(Square(1) + Square(2) is None, total(mixed))
