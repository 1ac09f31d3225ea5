def count(it):
    d = {}
    for x in it: d[x] = d.get(x, 0) + 1
    return d
c = count("hello world")
print(c, sorted(c.items(), key=lambda p: (-p[1], p[0]))[:3], max(c, key=c.get), sum(c.values()), [k for k, v in c.items() if v == 1])
d = count([1, True, 1.0, "1", (1,), None])
print(d, count([]), count(w[0] for w in "apple avocado banana".split()))
