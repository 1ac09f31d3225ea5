g = (x * x for x in range(5))
print(type(g).__name__, g.__name__, next(g), list(g), list(g))
print(sum(x for x in range(10)), list((a, b) for a in range(2) for b in "xy"), set(x % 3 for x in range(9)) == {0, 1, 2}, dict((k, len(k)) for k in ["a", "bb"]), max((w for w in ["aa", "b"]), key=len), any(x == 3 for x in iter([1, 3, 5])))
n = 3
h = (n * x for x in range(n))
n = 10
print(list(h))
def outer():
    k = 2
    g = (k + i for i in range(2))
    k = 100
    return list(g)
print(outer())
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: (x for x in 5))
attempt(lambda: list(1 / x for x in [1, 0]))
def noisy():
    print("evaluated")
    return [1, 2]
g = (x for x in noisy())
print("created")
print(list(g))
lazy = (print("item", i) or i for i in range(3))
print(next(lazy))
print(next(lazy))
lines = ["a=1", "b=2", "", "c=3"]
pairs = (line.split("=") for line in lines if line)
print({k: int(v) for k, v in pairs})
pipeline = (y + 1 for y in (x * 2 for x in range(4)) if y)
print(list(pipeline))
print(list(f() for f in [lambda i=i: i for i in range(3)]), [list(g) for g in ((j for j in range(i)) for i in range(3))])
print(*(c.upper() for c in "abc"), sep="|")
print(sorted(((v, k) for k, v in {"a": 2, "b": 1}.items())), ",".join(str(d) for d in (1, 2)))
it = (i for i in range(10))
print([next(it) for _ in range(3)], [x for x in it if x % 2], next(it, "spent"))
print(all((i := v) < 3 for v in range(5)), i)
