class P:
    def __init__(self, x, y): self.x, self.y = x, y
    def __eq__(self, o): return isinstance(o, P) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
a, b, c = P(1, 2), P(1, 2), P(2, 1)
print(a == b, a is b, hash(a) == hash(b), a == c, {a: "a", c: "c"}[b], len({a, b, c}), a in [b], [c, a].index(b))
print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), hash(2**70) == hash(float(2**70)), hash("a") == hash("a"), hash(b"ab") == hash(b"ab"), hash((1, "a")) == hash((1.0, "a")), hash(frozenset("ab")) == hash(frozenset("ba")))
d = {1: "int"}
d[1.0] = "float"
d[True] = "bool"
print(d, d[1 + 0j], {"a": 1} == {"a": 1.0}, {1, 2} == {2.0, 1.0}, [1, 2] == [1.0, 2.0], (1,) == (True,), {1: 2} == {1: 2, 3: 4})
nan = float("nan")
print(nan == nan, [nan] == [nan], (nan,) == (nan,), {nan: 1}.get(nan), nan in {nan}, {"a": nan} == {"a": nan})
class Mod:
    n = 5
    def __hash__(self): return self.n
m = Mod()
s = {m}
print(m in s)
m.n = 6
print(m in s, len(s), list(s)[0] is m)
print(None == 0, None == None, "" == 0, [] == (), {} == set(), 0 == "", 1 == "1", b"a" == "a", set() == frozenset(), range(0) == [], 1.0 == "1.0", object() == object())
print(hash(None) == hash(None), hash(int) == hash(int), hash(len) == hash(len), hash(P) == hash(P), hash(object()) is not None, hash(range(3)) == hash(range(0, 3)), hash(...) == hash(...), hash(-1), hash(-2), hash(0), hash(""), hash(()) == hash(()))
