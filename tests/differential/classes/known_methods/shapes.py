UNIT = 10


class Shape:
    def __init__(self, size):
        self.size = size

    def area(self):
        return self.size * UNIT

    def describe(self):
        return type(self).__name__, self.area(), UNIT

    def __add__(self, other):
        return Shape(self.size + other.size)


class Told:
    def __del__(self):
        print("told")


class Held:
    def __init__(self):
        self.name = "held"

    def with_default(self, replaces, told=Told()):
        if replaces:
            Held.with_default = None
        return self.name, UNIT

    def plain(self, replaces):
        if replaces:
            del Held.plain
        return self.name, UNIT


def held(replaces):
    h = Held()
    return h.plain(replaces), h.with_default(replaces)
