tree = {"value": 1, "children": [{"value": 2, "children": []}, {"value": 3, "children": [{"value": 4, "children": []}]}]}
def total(t): return t["value"] + sum(map(total, t["children"]))
def depth(t): return 1 + max(map(depth, t["children"]), default=0)
def show(t, indent=0):
    yield "  " * indent + str(t["value"])
    for c in t["children"]: yield from show(c, indent + 1)
print(total(tree), depth(tree), "\n".join(show(tree)), sep="\n")
def flatten(d, prefix=""):
    for k, v in d.items():
        if isinstance(v, dict): yield from flatten(v, prefix + k + ".")
        else: yield prefix + k, v
print(dict(flatten({"a": {"b": {"c": 1}, "d": 2}, "e": 3})))
def update(d, path, value):
    *init, last = path.split(".")
    for k in init: d = d.setdefault(k, {})
    d[last] = value
conf = {}
for p, v in (("a.b.c", 1), ("a.b.d", 2), ("x", 3), ("a.e", [])): update(conf, p, v)
print(conf)
def deepcopy(x):
    if isinstance(x, dict): return {k: deepcopy(v) for k, v in x.items()}
    if isinstance(x, (list, tuple, set)): return type(x)(map(deepcopy, x))
    return x
c = deepcopy(conf)
c["a"]["b"]["c"] = 99
print(conf["a"]["b"]["c"], c["a"]["b"], deepcopy([1, (2, [3, {4}])]))
def equal(a, b): return type(a) is type(b) and (all(k in b and equal(v, b[k]) for k, v in a.items()) and len(a) == len(b) if isinstance(a, dict) else a == b)
print(equal(conf, deepcopy(conf)), equal(conf, c), equal({}, []), equal(1, True))
rows = [dict(zip(("id", "name", "tags"), r)) for r in ((1, "x", ["a", "b"]), (2, "y", []), (3, "x", ["b"]))]
by = {}
for r in rows:
    for t in r["tags"]: by.setdefault(t, set()).add(r["id"])
print(by, sorted(rows, key=lambda r: (r["name"], -r["id"])), [r["id"] for r in rows if "b" in r["tags"]], {r["id"]: r for r in rows}[2]["name"])
x = [1, [2, [3, [4, [5]]]]]
out = []
while isinstance(x, list):
    out.append(x[0])
    x = x[1] if len(x) > 1 else None
print(out, x, [[[[]]]] == [[[[]]]], str({"a": [(1, {2: {3}})]}), len(str(tree)))
