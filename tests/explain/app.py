import shapes


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def length2(self):
        return self.x * self.x + self.y * self.y


class Slotted:
    __slots__ = {"a": "what it is"}


def total(points, times):
    result = 0.0
    for i in range(times):
        for point in points:
            result = result + point.length2()
    return result


def mixed(items):
    found = []
    for item in items:
        found.append(item + item)
    return found


def numbers(n):
    yield n


points = [Point(0.5, 1.5), Point(2.0, 0.25)]
print(total(points, 3), mixed([1, "a", 1.5]), mixed(["b"]), list(numbers(1)), shapes.area(2.0, 3.0))
