def stats(*x): return len(x), sum(x), (min(x), max(x)) if x else None
n, s, mm = stats(3, 1, 2)
print(n, s, mm, stats())
def early(x):
    if x < 0: return
    if x == 0: return None
    for i in range(10):
        if i == x: return i, "found"
    return "too big"
print([early(v) for v in (-1, 0, 5, 50)])
def nothing(): "doc only"
def implicit(c):
    if c: return 1
print(nothing(), implicit(1), implicit(0), nothing.__doc__)
