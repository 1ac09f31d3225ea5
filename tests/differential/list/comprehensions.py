print([x * x for x in range(6)], [x for x in range(10) if x % 2 if x % 3], [(x, y) for x in range(3) for y in range(x)], [[j for j in range(i)] for i in range(4)])
print({x % 3 for x in range(10)} == {0, 1, 2}, {x: x * x for x in range(4)}, {k: v for k, v in [("a", 1), ("b", 2), ("a", 3)]}, list(x + 1 for x in [1, 2]))
x = "outer"
r = [x for x in range(3)]
print(x, r)
def f(n):
    return [lambda: i for i in range(n)], [lambda i=i: i for i in range(n)]
late, early = f(3)
print([g() for g in late], [g() for g in early])
print([a + b for a, b in [(1, 2), (3, 4)]], [a for a, *_ in ["xyz", "uv"]], [i if i % 2 else -i for i in range(5)], [y for x in [[1, 2], [3]] for y in x], [(lambda v: v + x)(1) for x in range(2)])
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(col) for col in zip(*matrix)], [[row[i] for row in matrix] for i in range(3)], sum(v for row in matrix for v in row))
class C:
    n = 3
    items = [i for i in range(n)]
    try:
        bad = [i * n for i in range(2)]
    except NameError as e:
        bad = str(e)
print(C.items, C.bad)
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: [1 / x for x in (1, 0)])
attempt(lambda: [x for x in 5])
attempt(lambda: {[]: 1 for _ in range(1)})
attempt(lambda: {[x] for x in range(1)})
attempt(lambda: [undefined for _ in range(1)])
print([y := 1, y + 1], [last := i for i in range(3)], last, [(t := i * 2) + t for i in range(3)], t)
print([c for c in "abc" if c not in [d for d in "b"]], any(v > 2 for v in range(4)), max((len(w), w) for w in ["a", "ccc", "bb"]))
