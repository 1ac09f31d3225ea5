# args: 500
# count: 5000
"""Objects of floats: a fractal drawn by the chaos game along a spline. usage: chaos.py [POINTS]"""
import math
import sys


class Random:
    """A small generator, so that every implementation draws the same picture."""

    def __init__(self, seed):
        self.state = seed

    def next(self, n):
        self.state = (self.state * 25214903917 + 11) & 0xFFFFFFFFFFFF
        return (self.state >> 17) % n

    def unit(self):
        return self.next(1 << 24) / (1 << 24)


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    def length(self):
        return math.sqrt(self.x * self.x + self.y * self.y)


class Spline:
    """A closed curve through points, blended between three neighbours."""

    def __init__(self, points):
        self.points = points

    def at(self, t):
        n = len(self.points)
        i = int(t * n) % n
        u = t * n - int(t * n)
        a, b, c = self.points[i - 1], self.points[i], self.points[(i + 1) % n]
        return a * (0.5 * (1 - u) * (1 - u)) + b * (0.5 + u - u * u) + c * (0.5 * u * u)


class Game:
    def __init__(self, splines, size):
        self.splines = splines
        self.size = size
        self.image = [[0] * size for _ in range(size)]
        self.random = Random(1234)

    def transform(self, point):
        spline = self.splines[self.random.next(len(self.splines))]
        t = self.random.unit()
        on_curve = spline.at(t)
        ahead = spline.at((t + 0.01) % 1.0) - on_curve
        length = ahead.length() or 1.0
        normal = Vector(-ahead.y / length, ahead.x / length)
        return on_curve + normal * (point.y * 0.3) + (point - on_curve) * 0.25

    def plot(self, n):
        point = Vector(0.5, 0.5)
        for _ in range(n):
            point = self.transform(point)
            x, y = int(point.x * self.size), int(point.y * self.size)
            if 0 <= x < self.size and 0 <= y < self.size:
                self.image[y][x] += 1


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 330000
    splines = [
        Spline([Vector(0.2, 0.3), Vector(0.5, 0.1), Vector(0.8, 0.3), Vector(0.7, 0.8), Vector(0.3, 0.9)]),
        Spline([Vector(0.4, 0.4), Vector(0.6, 0.45), Vector(0.5, 0.7)]),
        Spline([Vector(0.1, 0.9), Vector(0.9, 0.8), Vector(0.6, 0.2)]),
    ]
    game = Game(splines, 64)
    game.plot(n)
    filled = sum(1 for row in game.image for v in row if v)
    checksum = 0
    for row in game.image:
        for v in row:
            checksum = (checksum * 33 + v) % 1000003
    print(filled, max(map(max, game.image)), checksum)


if __name__ == "__main__":
    main()
