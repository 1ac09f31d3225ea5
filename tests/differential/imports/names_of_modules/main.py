import sys

import first
import pkg
import pkg.inner
import shapes
import shapes as alias
from pkg import sibling


def straight(n):
    total = 0
    for i in range(n):
        total += shapes.area(i) + shapes.area(i, h=shapes.LIMIT) + alias.area(w=i)
        p = shapes.Point(i, shapes.SCALE)
        q = p + shapes.Point(1, 2)
        total += int(q.norm() * 10)
        if shapes.DEBUG:
            print("debug", i)
        total += shapes.TABLE["a"] + len(shapes.NAMES)
    return total


def counts(n):
    return [(shapes.bump(), shapes.count) for _ in range(n)]


def packages(n):
    total = 0
    for i in range(n):
        total += pkg.outer(i) + pkg.inner.twice(i) + sibling.back(i) + pkg.inner.through_package(i)
    return total


def caught(n):
    seen = []
    for i in range(n):
        try:
            shapes.fail(i)
        except shapes.Failure as error:
            seen.append(error.args)
    return seen


def spread(args, names):
    return shapes.joined(*args, **names), shapes.joined("a", "b"), shapes.joined("a", "b", sep="+")


print(straight(50))
print(counts(3))
print(packages(20))
print(caught(2))
print(spread(["p", "q"], {"sep": "/"}))
print(first.run(10))
print([shapes.area(*pair) for pair in ((1, 2), (3, 4))], list(map(shapes.area, range(3))))


# Changes from outside, between calls and in the middle of one.
def late(n):
    total = []
    for i in range(n):
        if i == 10:
            shapes.area = lambda w, h=2: -w
        elif i == 20:
            shapes.LIMIT = "ten"
        elif i == 30:
            del shapes.SCALE
        try:
            total.append((shapes.area(i, 3), shapes.LIMIT, shapes.SCALE))
        except AttributeError as error:
            total.append(str(error))
    return total[8:12] + total[19:22] + total[29:32]


print(late(40))
shapes.SCALE = 2
shapes.DEBUG = True
shapes.TABLE = {"a": 100}
shapes.NAMES += ["z"]
print(straight(2))


def argument(value):
    global shapes
    old = shapes
    shapes = value
    return old


class Fake:
    area = staticmethod(lambda *args: ("fake", args))
    LIMIT = 0


# The module's name is looked up, and its attribute, before the arguments are evaluated.
def rebound():
    return shapes.area(1, argument(Fake) is Fake), shapes.area(1, 2), shapes.LIMIT


print(rebound())
argument(alias)
print(rebound(), argument(alias))


def replacing(value):
    alias.area = value
    return 5


def replaced(n):
    return [alias.area(i, replacing(lambda w, h: (w, h, i))) for i in range(n)]


print(replaced(4))


# A name that goes, and a module that gives names that it has not.
def missing(n):
    seen = []
    for i in range(n):
        if i == 3:
            del pkg.inner.twice
        if i == 6:
            pkg.inner.__getattr__ = lambda name: (lambda value: (name, value))
        try:
            seen.append(pkg.inner.twice(i))
        except AttributeError as error:
            seen.append(str(error))
    return seen


print(missing(8))
try:
    shapes.no_such_name(1)
except AttributeError as error:
    print(error)


# A second import makes another module, with its own names.
def again():
    global shapes
    del sys.modules["shapes"]
    import shapes as other
    other.LIMIT = 11
    print(other is alias, other.area(3), alias.area(3, 4), other.LIMIT, alias.LIMIT)
    shapes = other
    print(other.bump(), shapes.bump(), alias.bump(), shapes.count, alias.count)
    print(type(other.Point(1, 2)) is alias.Point, other.Point(3, 4).norm(), alias.Point(6, 8).norm())


import shapes
again()
again()
