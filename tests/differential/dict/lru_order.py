d = {}
for k in "abcab":
    d.pop(k, None)
    d[k] = len(d)
    if len(d) > 2: d.pop(next(iter(d)))
    print(d)
d["x"] = 1; d["x"] = 2
print(list(d), d.popitem(), list(d.items()), dict(reversed(list(d.items()))))
