class Point:
    """A point."""
    dims = 2
    def __init__(self, x, y=0):
        self.x = x
        self.y = y
    def norm1(self):
        return abs(self.x) + abs(self.y)
    def moved(self, dx, dy):
        return Point(self.x + dx, self.y + dy)
    def __repr__(self):
        return f"Point({self.x}, {self.y})"
p = Point(1, 2)
q = Point(5)
print(p, q, p.x, p.norm1(), p.moved(1, 1), Point.norm1(q), p.dims, Point.dims, Point.__name__, Point.__doc__, Point.__module__, type(p) is Point, p.__class__, isinstance(p, Point), p.__dict__)
p.dims = 3
p.z = 9
Point.extra = "class attr"
print(p.dims, q.dims, p.z, q.extra, p.__dict__, vars(p) is p.__dict__)
del p.dims
print(p.dims, hasattr(p, "z"), hasattr(q, "z"), getattr(q, "z", None), getattr(p, "x"))
setattr(q, "w", 1)
delattr(q, "w")
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: q.z)
attempt(lambda: Point.zz)
attempt(lambda: q.w)
attempt(lambda: delattr(q, "w"))
attempt(lambda: delattr(p, "dims"))
attempt(lambda: p + q)
attempt(lambda: p < q)
attempt(lambda: p[0])
attempt(lambda: len(p))
attempt(lambda: p())
attempt(lambda: iter(p))
attempt(lambda: -p)
attempt(lambda: p @ q)
attempt(lambda: int(p))
attempt(lambda: [1][p])
attempt(lambda: "a" + p)
attempt(lambda: 1 in p)
print(p == p, p != q, p == 5, hash(p) == hash(p), bool(p), p is p, {p: 1}[p])
class Empty: pass
e = Empty()
e.a = 1
print(e.__dict__, repr(e).startswith("<__main__.Empty object at 0x"), str(Empty), Empty.__dict__.get("a"), Empty.__bases__, Empty.__mro__)
m = p.norm1
print(m(), m.__name__, m.__self__ is p, m.__func__ is Point.norm1, m == p.norm1, m is p.norm1, type(m).__name__, type(Point.norm1).__name__)
p.x = -50
print(m())
Point.norm1 = lambda self: "patched"
print(p.norm1(), m())
