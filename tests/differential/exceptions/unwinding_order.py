# What an expression holds when an exception leaves it ends in the order of CPython's stack: the youngest first.
class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name)


def display():
    return [Loud(1), Loud(2), 1 / 0]


def nested(z):
    for i in range(4):
        try:
            (Loud(1), (Loud(2), Loud(3), z / (2 - i)))
        except ZeroDivisionError:
            print("caught")


def calls(f, z):
    for i in range(2):
        try:
            f(Loud("a"), [Loud("b")], {1: Loud("c")}, i / z)
        except ZeroDivisionError as e:
            print(type(e).__name__)


def loops(things):
    for a in [Loud("x"), Loud("y")]:
        for b in things:
            for c in [Loud("z")]:
                b / 0


try:
    display()
except ZeroDivisionError:
    print("caught")
nested(1)
nested(1.5)
calls(print, 0)
try:
    loops([1])
except ZeroDivisionError:
    print("caught")
