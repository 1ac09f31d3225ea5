def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), slice(1, None), s == slice(1, 10, 2), s != slice(1), s.indices(5), slice(None, None, -1).indices(4), slice(-3, None).indices(10), slice(10, -20, -3).indices(8))
class Show:
    def __getitem__(self, k):
        return k
    def __setitem__(self, k, v):
        print("set", k, v)
    def __delitem__(self, k):
        print("del", k)
x = Show()
print(x[1], x[1:2], x[:], x[::2], x[1:2, 3], x[..., 1:], x[()], x[1,], x["a":"b"], x[None], x[-1:], x[1:2:3], x[(1, 2)], x[[1]], x[x[1]:5])
x[1:2] = 5
x[::] = 6
x[1, 2] = 7
x[...] = 8
del x[1:2]
del x[0], x["k"], x[:, 1]
x[1] += 5 if False else 1
attempt(lambda: slice())
attempt(lambda: slice(1, 2, 3, 4))
attempt(lambda: slice(1, 2, 0).indices(5))
attempt(lambda: s.indices(-1))
attempt(lambda: s.indices("a"))
attempt(lambda: slice("a").indices(5))
attempt(lambda: s < slice(2))
def f():
    s.start = 1
attempt(f)
class Vec:
    def __init__(self, v):
        self.v = list(v)
    def __len__(self):
        return len(self.v)
    def __getitem__(self, i):
        if isinstance(i, slice):
            return Vec(self.v[j] for j in range(*i.indices(len(self))))
        return self.v[i]
    def __repr__(self):
        return f"Vec({self.v})"
v = Vec(range(8))
print(v[2:5], v[::-1], v[-3:], v[1::3], v[3], list(v), 5 in v, [a for a in reversed(v)])
