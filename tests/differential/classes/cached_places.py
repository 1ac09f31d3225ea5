# One place in the source that sees an attribute change its nature between two visits.
class Point:
    kind = "plain"

    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def norm(self):
        return self.x + self.y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


class Slotted:
    __slots__ = ("x", "y")

    def norm(self):
        return "slotted"


class Dynamic:
    def __getattr__(self, name):
        return "dynamic " + name

    def norm(self):
        return "dynamic norm"


class Sub(Point):
    def norm(self):
        return -super().norm()


class WithProperty:
    @property
    def x(self):
        return "property"

    def norm(self):
        return "with property"


def read(objects):
    found = []
    for o in objects:
        try:
            found.append(o.x)
        except AttributeError as e:
            found.append(str(e))
    return found


def write(objects, value):
    found = []
    for o in objects:
        try:
            o.x = value
            found.append(o.x)
        except AttributeError as e:
            found.append(str(e))
    return found


def call(objects):
    found = []
    for o in objects:
        try:
            found.append(o.norm())
        except (AttributeError, TypeError) as e:
            found.append(str(e))
    return found


def call_in_steps(objects):
    found = []
    for i, o in enumerate(objects):
        found.append(str(o.norm()) + str(i + 1))
    return found


def kinds(objects):
    return [o.kind for o in objects]


def main():
    slotted = Slotted()
    objects = [Point(1), Point(2, 3), slotted, Dynamic(), Sub(4, 5), WithProperty(), Point(6)]
    print(read(objects))
    slotted.x = 7
    print(read(objects))
    print(write(objects, 8))
    print(call(objects))
    print(call_in_steps(objects))
    # An instance attribute shadows the method, then goes.
    objects[0].norm = lambda: "own"
    print(call(objects), call_in_steps(objects))
    del objects[0].norm
    print(call(objects), call_in_steps(objects))
    # The class changes under its instances.
    Point.norm = lambda self: "patched"
    print(call(objects), call_in_steps(objects))
    Point.norm = staticmethod(lambda: "static")
    print(call(objects))
    Point.norm = classmethod(lambda cls: cls.__name__)
    print(call(objects))
    Point.norm = 5
    print(call(objects[:2]))
    del Point.norm
    print(call(objects[:2]))
    Point.norm = lambda self, more=1: ("default", more)
    print(call(objects))
    # Plain data of a class: changed in place, hidden, turned into something else.
    points = [Point(1), Sub(2), Point(3)]
    print(kinds(points))
    Point.kind = "other"
    print(kinds(points), Point.kind, Sub.kind)
    Sub.kind = "sub"
    print(kinds(points), Point.kind, Sub.kind)
    points[0].kind = "own"
    print(kinds(points))
    Point.kind = property(lambda self: "computed")
    print(kinds(points), type(Point.kind))
    Point.kind = 1
    print(kinds(points), Point.kind)
    for i in range(3):
        Point.kind += i
        print(kinds(points), Point.kind)
    del Sub.kind
    print(kinds(points))
    # Deleted and bound again.
    p = points[0]
    del p.x
    print(read(points))
    p.x = 9
    print(read(points), vars(p), vars(points[1]))
    # A data descriptor comes to hide slots that are filled.
    Point.x = property(lambda self: "hidden")
    print(read(points))
    print(write(points, 1))
    del Point.x
    print(read(points))
    # The class of an object changes.
    points[1].__class__ = Point
    print(call(points), read(points))


main()
main()
