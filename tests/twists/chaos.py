# args: 500
# size: 330000
"""Operators replaced at run time, and points of ints. usage: chaos.py [POINTS]"""
import sys

from straight.chaos import Game, Spline, Vector


def splines():
    return [
        Spline([Vector(0.2, 0.3), Vector(0.5, 0.1), Vector(0.8, 0.3), Vector(0.7, 0.8), Vector(0.3, 0.9)]),
        Spline([Vector(0.4, 0.4), Vector(0.6, 0.45), Vector(0.5, 0.7)]),
        Spline([Vector(0.1, 0.9), Vector(0.9, 0.8), Vector(0.6, 0.2)]),
    ]


def report(game):
    checksum = 0
    for row in game.image:
        for v in row:
            checksum = (checksum * 33 + v) % 1000003
    print(sum(1 for row in game.image for v in row if v), max(map(max, game.image)), checksum)


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 330000
    game = Game(splines(), 64)
    late = n * 9 // 10
    game.plot(late)
    game.splines[1].points[0] = Vector(0, 1)
    game.splines[2].points[1] = Vector(1, True)
    game.plot((n - late) // 2)
    Vector.__sub__ = lambda a, b: Vector(a.x - b.x, a.y - b.y + 0.001)
    game.plot((n - late) // 2)
    report(game)
    try:
        print(Vector(1.0, 2.0) + 3)
    except AttributeError as error:
        print(error)


if __name__ == "__main__":
    main()
