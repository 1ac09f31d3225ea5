def clock(s):
    m, s = divmod(s, 60)
    h, m = divmod(m, 60)
    return h, m, s
print([clock(s) for s in (0, 59, 3600, 86399, -1)], "%02d:%02d:%02d" % clock(3725), clock(5) < clock(60))
a, b, c = 1, 2, 3
a, b, c = c, a, b
print(a, b, c, (a, b) == (3, 1), (a,) + (b,) * 2)
def minmax(*x): return (min(x), max(x)) if x else ()
print(minmax(3, 1, 2), minmax(), minmax(5))
