# The order of __dict__ is the order of assignment, however the instances of a class get their attributes.
class A:
    def __init__(self, how):
        if how == 0:
            self.a = 1
            self.b = 2
            self.c = 3
        elif how == 1:
            self.c = 1
            self.b = 2
            self.a = 3
        elif how == 2:
            self.b = 1
            self.a = 2
        elif how == 3:
            self.extra()
            self.a = 2
            self.d = 4

    def extra(self):
        self.d = 0
        self.c = 9


class Base:
    def __init__(self):
        self.base = "base"


class Late(Base):
    def __init__(self):
        self.own = "own"
        super().__init__()
        self.last = "last"


def main():
    objects = [A(i % 4) for i in range(8)]
    for o in objects:
        print(vars(o))
    objects = [A(i % 4) for i in range(8)]
    for o in objects:
        o.a = "again"
        if hasattr(o, "b"):
            del o.b
        o.b = "back"
        o.z = "outside"
        o.d = "inside"
    for o in objects:
        print(vars(o), list(o.__dict__))
    for i in range(3):
        late = Late()
        print(vars(late))
        late.base = i
        print(late.base, late.own, late.last, vars(late))
    # More orders than anybody keeps apart.
    names = "abcd"
    for i in range(24):
        o = A(9)
        left = list(names)
        n = i
        while left:
            name = left.pop(n % len(left))
            n //= max(len(left), 1) + 1
            setattr(o, name, i)
        print(list(vars(o)))


main()
