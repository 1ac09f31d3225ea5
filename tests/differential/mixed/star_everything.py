def f(a, *args, b=2, **kw):
    return a, args, b, kw
calls = [((1,), {}), ((1, 2, 3), {"b": 5}), ((1,), {"z": 9, "y": 8}), ("xyz", {})]
for args, kw in calls:
    print(f(*args, **kw))
first, *rest = [f(*range(n)) for n in range(1, 4)]
print(first, rest)
def merge(*dicts, **extra):
    out = {}
    for d in (*dicts, extra):
        out = {**out, **d}
    return out
print(merge({"a": 1}, {"b": 2, "a": 3}, c=4), merge())
matrix = [[1, 2, 3], [4, 5, 6]]
print([*map(list, zip(*matrix))], [*matrix[0], *matrix[1]], {*matrix[0], *matrix[1]} == set(range(1, 7)))
def variadic(*a, **k): return len(a), sorted(k)
print(variadic(*[1] * 3, *"ab", **{"k": 1}, **dict.fromkeys("xy")))
(a, *b), *c = [[1, 2, 3], 4, 5]
print(a, b, c)
def swap(a, b, *, reverse=False): return (b, a) if reverse else (a, b)
opts = {"reverse": True}
print(swap(*(1, 2), **opts), swap(**{"a": 1, "b": 2}), swap(*[1], b=5, **opts))
def collect(**kw): return kw
print(collect(**collect(a=1), b=2), list(collect(z=1, y=2, x=3)))
print(*(i for i in range(3)), *[], *"ab", sep=",")
def defaults(a, b=[], *c, d={}, **e):
    b.append(a)
    d[a] = len(b)
    return b, c, d, e
print(defaults(1), defaults(2), defaults(3, [0], 9, d={}, q=1), defaults(4))
