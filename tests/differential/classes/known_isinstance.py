# isinstance() of types that are known when the program is compiled, and the other sides of what is guarded.


class Shape:
    def __init__(self, size):
        self.size = size


class Circle(Shape):
    pass


class Square(Shape):
    pass


class Mixin:
    pass


class Mixed(Circle, Mixin):
    pass


class MyInt(int):
    pass


class MyStr(str):
    pass


class Liar:
    @property
    def __class__(self):
        return int


class LateLiar:
    pass


def kinds(items):
    out = []
    for x in items:
        row = ""
        row += "i" if isinstance(x, int) else "-"
        row += "f" if isinstance(x, float) else "-"
        row += "b" if isinstance(x, bool) else "-"
        row += "s" if isinstance(x, str) else "-"
        row += "l" if isinstance(x, list) else "-"
        row += "t" if isinstance(x, tuple) else "-"
        row += "d" if isinstance(x, dict) else "-"
        row += "n" if isinstance(x, (int, float)) else "-"
        row += "S" if isinstance(x, Shape) else "-"
        row += "C" if isinstance(x, (Circle, Square)) else "-"
        row += "M" if isinstance(x, Mixin) else "-"
        row += "m" if isinstance(x, (str, Mixed, list)) else "-"
        out.append(row)
    return out


items = [1, 1.5, True, "x", [1], (1,), {1: 2}, None, 1 << 60, 1 << 100, float("nan"), float("inf"), MyInt(3), MyStr("s")]
items += [Shape(1), Circle(2), Square(3), Mixed(4), Mixin(), Liar(), LateLiar(), int, Shape, object(), b"x", {1}, range(3)]
for item, row in zip(items, kinds(items)):
    print(row, type(item).__name__)


def numbers(items):
    total = 0
    for x in items:
        if isinstance(x, int):
            total += x * 2
        elif isinstance(x, float):
            total += int(x)
        elif isinstance(x, str):
            total += len(x)
        elif isinstance(x, list):
            total += numbers(x)
        elif x is None:
            total += 1000
    return total


print(numbers([1, 2.5, "abc", [1, 2, [3.5, "x"]], None, 1 << 70, True, MyInt(5), MyStr("four")] * 3))


def shapes(all):
    total = 0
    for s in all:
        if isinstance(s, Circle):
            total += s.size * 3
        elif isinstance(s, Square):
            total += s.size * s.size
        else:
            total += s.size
        if not isinstance(s, Shape):
            total += 10000
    return total


print(shapes([Shape(1), Circle(2), Square(3), Mixed(4)] * 5))


# ---- Classes that change, and names that do.
def late(rounds):
    out = []
    o = LateLiar()
    for i in range(rounds):
        if i == 2:
            setattr(LateLiar, "__class__", property(lambda self: Shape))
        if i == 4:
            delattr(LateLiar, "__class__")
        out.append(isinstance(o, Shape))
        out.append(isinstance(o, (int, LateLiar)))
    return out


print(late(6))


def reassigned(rounds):
    out = []
    o = Circle(1)
    for i in range(rounds):
        if i == 2:
            o.__class__ = Square
        out.append((isinstance(o, Circle), isinstance(o, Square), isinstance(o, Shape)))
    return out


print(reassigned(4))


class Under(Square):
    pass


def rebased(rounds):
    out = []
    o = Under(1)
    for i in range(rounds):
        if i == 2:
            Under.__bases__ = (Circle,)
        out.append((isinstance(o, Circle), isinstance(o, Square)))
    return out


print(rebased(4))


def renamed(rounds):
    out = []
    for i in range(rounds):
        if i == 2:
            globals()["isinstance"] = lambda *args: "mine"
        if i == 4:
            del globals()["isinstance"]
        if i == 5:
            globals()["int"] = str
        if i == 7:
            del globals()["int"]
        if i == 8:
            globals()["Shape"] = Mixin
        out.append(isinstance(i, int))
        out.append(isinstance(i, (list, Shape)))
        out.append(isinstance(items[-8], Shape))
    return out


print(renamed(10))


class Meta(type):
    def __instancecheck__(cls, instance):
        return instance == 3


class Odd(metaclass=Meta):
    pass


print([isinstance(i, Odd) for i in range(5)], [isinstance(i, (Odd, str)) for i in range(5)])


class Getattribute:
    def __getattribute__(self, name):
        if name == "__class__":
            return float
        return object.__getattribute__(self, name)


print([isinstance(Getattribute(), float) for _ in range(3)], isinstance(Getattribute(), Getattribute))
isinstance(3, 4)
