import math
class Vec:
    __slots__ = ("x", "y")
    def __init__(self, x=0.0, y=0.0): self.x, self.y = x, y
    def __repr__(self): return f"Vec({self.x!r}, {self.y!r})"
    def __str__(self): return f"({self.x}, {self.y})"
    def __add__(self, o): return Vec(self.x + o.x, self.y + o.y)
    def __sub__(self, o): return Vec(self.x - o.x, self.y - o.y)
    def __mul__(self, k):
        if isinstance(k, Vec): return self.x * k.x + self.y * k.y
        if isinstance(k, (int, float)): return Vec(self.x * k, self.y * k)
        return NotImplemented
    __rmul__ = __mul__
    def __truediv__(self, k): return Vec(self.x / k, self.y / k)
    def __neg__(self): return Vec(-self.x, -self.y)
    def __abs__(self): return math.hypot(self.x, self.y)
    def __bool__(self): return bool(self.x or self.y)
    def __eq__(self, o): return isinstance(o, Vec) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __iter__(self): return iter((self.x, self.y))
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __iadd__(self, o): self.x += o.x; self.y += o.y; return self
    def __format__(self, s): return f"<{self.x:{s}}|{self.y:{s}}>"
a, b = Vec(3, 4), Vec(1, -2)
print(a + b, a - b, a * 2, 2 * a, a * b, a / 2, -a, abs(a), bool(a), bool(Vec()), a == Vec(3, 4), a != b, hash(a) == hash(Vec(3, 4)), [*a], a[0], a[-1], f"{a:.2f}", f"{a}", [a], {a: 1}[Vec(3, 4)])
c = a
c += b
print(c is a, a, sum([a, b], Vec()), sorted([b, a, Vec(0, 1)], key=abs), max([a, b], key=lambda v: v.x), tuple(a), dict([a]))
x, y = a
print(x, y)
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: a * "x")
attempt(lambda: "x" * a)
attempt(lambda: a + 1)
attempt(lambda: 1 + a)
attempt(lambda: a / 0)
attempt(lambda: a[5])
attempt(lambda: a < b)
attempt(lambda: sum([a, b]))
attempt(lambda: setattr(a, "z", 1))
