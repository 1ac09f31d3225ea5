# Calls of global functions and classes that are bound once, as far as one can see, and every way in which that turns out
# to be wrong: before, between and within calls, from here and from elsewhere.
import sys

import other
from other import imported, twice as doubled


def step(n):
    return n + 1


def run(times):
    total = 0
    for i in range(times):
        total = step(total)
    return total


print(run(1000))
globals()["step"] = lambda n: n + 2
print(run(1000))
del globals()["step"]
try:
    run(3)
except NameError as e:
    print(e)
globals().update(step=lambda n: n - 1)
print(run(1000))


# Deleted and bound again by the same statement, in a loop.
for increment in (1, 10):
    def again(n):
        return n + increment

    def call_again():
        return again(1) + again(2)

    print(call_again())
    del again
    try:
        call_again()
    except NameError as e:
        print(e)


# Replaced while its arguments are evaluated: what was looked up first is called.
def target(n):
    return ("old", n)


def replace(n):
    globals()["target"] = lambda n: ("new", n)
    return n


def call_target():
    return target(replace(1)), target(2)


print(call_target())
print(call_target())


# Replaced while it runs, by itself, by what it calls and by a __del__.
def shrink(n):
    if n == 3:
        global shrink_was
        shrink_was = globals().pop("shrink")
    if n == 0:
        return "end"
    return shrink(n - 1)


try:
    shrink(5)
except NameError as e:
    print(e, shrink_was(0))


def outer_one(n):
    forget_outer(n)
    text = "still here" + str(n)
    return text, inner_one(n)


def inner_one(n):
    return n * 2


def forget_outer(n):
    if n == 2:
        del globals()["outer_one"], globals()["inner_one"]


for number in (1, 2, 3):
    try:
        print(outer_one(number))
    except NameError as e:
        print(e)


class Replaces:
    def __init__(self, name):
        self.name = name
        self.size = 1

    def __del__(self):
        globals()[self.name] = lambda n: ("by __del__", n)


def deleted(n):
    return ("as defined", n)


def call_deleted():
    return deleted(Replaces("deleted").size), deleted(1)


print(call_deleted())


# Another code, other defaults, attributes.
def measured(n, extra=1):
    return n + extra


def call_measured():
    return measured(1), measured(1, 5)


def other_measured(n, extra=1):
    return n * extra


print(call_measured())
measured.__defaults__ = (100,)
print(call_measured())
measured.__code__ = other_measured.__code__
print(call_measured())
measured.count = 3
print(call_measured(), measured.count)
del measured.__defaults__
try:
    call_measured()
except TypeError as e:
    print(e)


def counted(n):
    counted.calls += 1
    return n


counted.calls = 0
for number in range(5):
    counted(number)
print(counted.calls)


class Told:
    def __del__(self):
        print("told")


def told(n, held=Told()):
    if n:
        globals()["told"] = None
    return n


print("before")
print(told(0))
print(told(1))
print("after")


# Classes.
class Point:
    def __init__(self, x):
        self.x = x


def points(count):
    return sum(Point(i).x for i in range(count))


print(points(10))


class Twice:
    def __init__(self, x):
        self.x = x * 2


kept_point = Point
Point = Twice
print(points(10))
del Point
try:
    points(1)
except NameError as e:
    print(e)
Point = kept_point
print(points(10))
setattr(sys.modules[__name__], "Point", Twice)
print(points(10))


# Of another module, changed there, here, and through the module.
def calls_of_others():
    return imported(1), doubled(2), other.run(3)


print(calls_of_others())
other.imported = lambda n: ("set", n)
print(calls_of_others())
other.change()
print(calls_of_others())
imported = lambda n: ("mine", n)
print(calls_of_others())
other.imported_was.__code__ = (lambda n: ("code", n)).__code__
print(calls_of_others(), other.imported_was(1))


# In a class body and through a namespace that is an instance's.
def in_class(n):
    return n + 7


class Body:
    first = in_class(1)
    globals()["in_class"] = lambda n: n - 7
    second = in_class(1)


print(Body.first, Body.second)


def reached(n):
    return n + 3


def call_reached():
    return reached(1)


class Space:
    pass


space = Space()
print(call_reached())
space.__dict__ = globals()
space.reached = lambda n: "through an instance"
print(call_reached())
for name in ("reached",):
    space.reached = lambda n: name
    print(call_reached())
globals().setdefault("reached", None)
globals()["reached"] = print
call_reached()
globals().pop("reached")
try:
    call_reached()
except NameError as e:
    print(e)


# With the name a builtin's.
def abs(n):
    return ("mine", n)


def call_abs(n):
    return abs(n)


print(call_abs(-1))
del abs
print(call_abs(-1))


# At the end everything is still cleared in order.
def last(n):
    return n


class AtTheEnd:
    def __del__(self):
        try:
            print("end", last.__name__)
        except NameError:
            print("end")


at_the_end = AtTheEnd()
print(last(1))
del at_the_end
