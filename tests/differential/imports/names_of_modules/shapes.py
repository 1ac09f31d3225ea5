"""What other modules use by name: numbers, tables, functions, classes."""
from math import sqrt

LIMIT = 10
SCALE = 1.5
DEBUG = False
TABLE = {"a": 1, "b": 2}
NAMES = ["x", "y"]
count = 0


def area(w, h=2):
    return w * h


def bump():
    global count
    count += 1
    return count


def joined(*parts, sep="-"):
    return sep.join(parts)


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def norm(self):
        return sqrt(self.x * self.x + self.y * self.y)

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)


class Failure(Exception):
    pass


def fail(code):
    raise Failure(code)
