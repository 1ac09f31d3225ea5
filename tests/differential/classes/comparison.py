class V:
    def __init__(self, major, minor=0): self.k = (major, minor)
    def __eq__(self, o): return self.k == o.k if isinstance(o, V) else NotImplemented
    def __lt__(self, o): return self.k < o.k if isinstance(o, V) else NotImplemented
    def __le__(self, o): return self.k <= o.k if isinstance(o, V) else NotImplemented
    def __hash__(self): return hash(self.k)
    def __repr__(self): return f"V{self.k}"
a, b, c = V(1), V(1, 2), V(2)
print(a == V(1), a != b, a < b, b > a, a <= a, c >= b, sorted([c, a, b]), max(a, b, c), min([c, b]), a == 1, a != 1, {a: "x"}[V(1)], V(1) in {a}, V(2) in [a, b, c], [a, b, c].index(V(1, 2)))
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: a < 1)
attempt(lambda: a >= "x")
attempt(lambda: 1 > a)
class EqOnly:
    def __eq__(self, o): return True
attempt(lambda: EqOnly() == 5)
attempt(lambda: EqOnly() != 5)
attempt(lambda: hash(EqOnly()))
attempt(lambda: EqOnly() < EqOnly())
class Ne:
    def __ne__(self, o): return "ne!"
attempt(lambda: Ne() != 1)
attempt(lambda: Ne() == 1)
class Rich:
    def __eq__(self, o): return [1, 2]
    def __lt__(self, o): return "lt"
    def __gt__(self, o): return ""
attempt(lambda: (Rich() == 1, Rich() < 1, Rich() > 1, 1 < Rich(), not Rich() == 1, Rich() != 1))
attempt(lambda: 1 < Rich() < 3)
attempt(lambda: Rich() > 1 > 0)
attempt(lambda: sorted([Rich(), Rich()])[0] is not None)
class Ch:
    def __init__(self, n): self.n = n
    def __lt__(self, o):
        print("lt", self.n, o.n)
        return self.n < o.n
print(Ch(1) < Ch(2) < Ch(3), Ch(3) < Ch(2) < Ch(1), Ch(1) > Ch(0))
class Inherit(V): pass
print(Inherit(1) == V(1), V(1) == Inherit(1), Inherit(1) < V(2), hash(Inherit(1)) == hash(V(1)))
class Hidden(V):
    def __eq__(self, o): return True
attempt(lambda: hash(Hidden(1)))
class Kept(V):
    def __eq__(self, o): return True
    __hash__ = V.__hash__
attempt(lambda: hash(Kept(1)) == hash(V(1)))
