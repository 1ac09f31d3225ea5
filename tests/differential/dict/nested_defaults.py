graph = {}
for a, b in [(1, 2), (1, 3), (2, 3), (4, 1)]:
    graph.setdefault(a, []).append(b)
    graph.setdefault(b, [])
print(graph, {k: len(v) for k, v in graph.items()}, [k for k, v in graph.items() if not v])
t = {}
for path in ("a/b/c", "a/b/d", "e"):
    node = t
    for part in path.split("/"): node = node.setdefault(part, {})
print(t)
def leaves(t, p=""): return [x for k, v in t.items() for x in (leaves(v, p + "/" + k) if v else [p + "/" + k])]
print(leaves(t))
