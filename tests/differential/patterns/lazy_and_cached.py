class cached_property:
    def __init__(self, f): self.f, self.name = f, f.__name__
    def __get__(self, obj, cls=None):
        if obj is None: return self
        obj.__dict__[self.name] = v = self.f(obj)
        return v
class Data:
    computed = 0
    def __init__(self, n): self.n = n
    @cached_property
    def squares(self):
        Data.computed += 1
        return [i * i for i in range(self.n)]
d = Data(5)
print(d.squares, d.squares is d.squares, Data.computed, "squares" in d.__dict__)
del d.squares
print(d.squares, Data.computed, type(Data.squares).__name__)
def memo(f):
    cache = {}
    def g(*a, **k):
        key = a, tuple(sorted(k.items()))
        if key not in cache:
            g.misses += 1
            cache[key] = f(*a, **k)
        else:
            g.hits += 1
        return cache[key]
    g.hits = g.misses = 0
    g.__name__ = f.__name__
    return g
@memo
def paths(r, c):
    return 1 if r == 0 or c == 0 else paths(r - 1, c) + paths(r, c - 1)
print(paths(12, 12), paths.hits, paths.misses, paths.__name__)
class LazyList:
    def __init__(self, it): self.it, self.got = iter(it), []
    def __getitem__(self, i):
        while len(self.got) <= i:
            try:
                self.got.append(next(self.it))
            except StopIteration:
                raise IndexError(f"only {len(self.got)}") from None
        return self.got[i]
l = LazyList(print("make", i) or i * i for i in range(4))
print(l[2], l[1], l[3])
try:
    l[9]
except IndexError as e:
    print(e)
print(list(l))
def lazy(f):
    value = []
    return lambda: value[0] if value else value.append(f()) or value[0]
v = lazy(lambda: print("once") or 42)
print(v(), v())
