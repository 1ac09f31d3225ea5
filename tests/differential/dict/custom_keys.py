class Key:
    def __init__(self, n, h):
        self.n, self.h = n, h
    def __hash__(self):
        return self.h
    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n
    def __repr__(self):
        return f"K{self.n}"
keys = [Key(i, i % 3) for i in range(12)]
d = {k: k.n for k in keys}
print(d, d[Key(5, 2)], Key(5, 1) in d, Key(99, 0) in d)
for k in keys[::2]:
    del d[k]
print(d, len(d), d.get(Key(3, 0)), d.get(Key(2, 2), "gone"))
class BadHash:
    def __hash__(self):
        return "x"
class Raises:
    def __hash__(self):
        raise RuntimeError("hash!")
class EqRaises:
    def __hash__(self):
        return 1
    def __eq__(self, other):
        raise RuntimeError("eq!")
class NoHash:
    __hash__ = None
class OnlyEq:
    def __eq__(self, other):
        return True
class Big:
    def __hash__(self):
        return 2**100 + 7
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: {BadHash(): 1})
attempt(lambda: {Raises(): 1})
attempt(lambda: {EqRaises(): 1, EqRaises(): 2})
attempt(lambda: {NoHash(): 1})
attempt(lambda: {OnlyEq(): 1})
attempt(lambda: hash(OnlyEq()))
attempt(lambda: hash(Big()) == hash(2**100 + 7))
attempt(lambda: 1 in {EqRaises(): 1})
attempt(lambda: hash(NoHash()))
print({1: "int", "1": "str", (1,): "tuple"}[1], {0: "a", False: "b", 0.0: "c"}, {-1: "a", -2: "b"}, hash(-1) == hash(-2))
class Str(str):
    def __hash__(self):
        return hash(str(self))
    def __eq__(self, other):
        return str(self) == str(other)
print({"a": 1}[Str("a")], {Str("b"): 2}["b"])
same = Key(1, 1)
print({same: 1, same: 2})
