Point = type("Point", (), {"x": 1, "y": 2, "sum": lambda self: self.x + self.y, "__repr__": lambda self: f"P({self.x}, {self.y})"})
p = Point()
p.x = 10
print(p, p.sum(), Point.__name__, type(Point), Point.__mro__, isinstance(p, Point))
Sub = type("Sub", (Point, dict), {"extra": 5})
s = Sub(a=1)
print(s, s.extra, s["a"], len(s), [b.__name__ for b in Sub.__bases__])
def make(name, **attrs):
    return type(name, (object,), attrs)
classes = [make(n, label=n.lower(), rank=i) for i, n in enumerate(["A", "B", "C"])]
print([(c.__name__, c.label, c.rank) for c in classes], classes[0]().label)
print(type(5), type(5)(7), type("a")("b"), type([])((1, 2)), type(p)().x, type(type(p)) is type)
def init(self, v): self.v = v
def add(self, o): return type(self)(self.v + o.v)
Num = type("Num", (), {"__init__": init, "__add__": add, "__slots__": ("v",)})
print((Num(1) + Num(2)).v)
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: type("X", (1,), {}))
attempt(lambda: type("X", [], {}))
attempt(lambda: type("X", (), []))
attempt(lambda: type(b"X", (), {}))
attempt(lambda: type("X", (bool,), {}))
attempt(lambda: type("X", (int, int), {}))
attempt(lambda: type("X", (), {}, a=1))
attempt(lambda: type(1, 2, 3))
attempt(lambda: Num())
attempt(lambda: setattr(Num(1), "w", 2))
