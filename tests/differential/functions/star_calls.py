def f(*args, **kw):
    return args, kw
a, d = [1, 2], {"x": 1}
print(f(*a), f(*a, *a), f(0, *a, 3), f(**d), f(**d, y=2), f(*a, **d), f(*a, k=1, **d), f(*(), **{}), f(*"ab", *{"k": 1}, *range(2)), f(*(i for i in a)))
def attempt(g):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: f(**d, **d))
attempt(lambda: f(x=1, **d))
attempt(lambda: f(**d, x=1))
attempt(lambda: f(*1))
attempt(lambda: f(*a, *5))
attempt(lambda: f(**1))
attempt(lambda: f(**d, **5))
attempt(lambda: f(**{1: 1}))
attempt(lambda: f(*a, **None))
attempt(lambda: print(*5))
attempt(lambda: len(*[1, 2]))
class M:
    def keys(self):
        return ["p", "q"]
    def __getitem__(self, k):
        return k * 2
print(f(**M()), f(*M().keys()), {**M()}, dict(M()), dict(**M()))
class It:
    def __iter__(self):
        yield from (7, 8)
print(f(*It()), [*It()], (*It(), 1), {*It()} == {7, 8})
def mutate(*args, **kw):
    kw["new"] = 1
    return args, kw
print(mutate(*a, **d), a, d)
t = (1, 2)
print((lambda *p: p is t)(*t), (lambda *p: p)(*t) == t)
print(max(*[3, 1]), print(*[1, 2], sep="-", **{"end": "!\n"}), dict(**{"a": 1}, b=2), "{}{x}".format(*[1], **{"x": 2}))
def wrap(fn, *args, **kw):
    return fn(*args, **kw)
print(wrap(f, 1, 2, z=3), wrap(wrap, f, 1), wrap(sorted, [2, 1], reverse=True))
