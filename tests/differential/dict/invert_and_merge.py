d = {"a": 1, "b": 2, "c": 1}
inv = {}
for k, v in d.items(): inv.setdefault(v, []).append(k)
print(inv, {v: k for k, v in d.items()}, dict(zip(d.values(), d)), {**d, "a": 9}, d | {"z": 0}, {k: d[k] for k in sorted(d, key=d.get)})
e = d.copy(); e.update(b=5, q=6)
print({k: (d.get(k), e.get(k)) for k in sorted(d.keys() | e.keys()) if d.get(k) != e.get(k)}, d.items() & e.items() == {("a", 1), ("c", 1)}, d.keys() - e.keys(), sorted(e.keys() - d.keys()))
