import gc
class Tree:
    def __init__(self, parent=None):
        self.parent = parent
        self.children = []
        if parent: parent.children.append(self)
def build(depth, parent=None):
    t = Tree(parent)
    if depth:
        for _ in range(3): build(depth - 1, t)
    return t
def count(t): return 1 + sum(count(c) for c in t.children)
for _ in range(5):
    t = build(6)
print(count(t), t.children[0].parent is t)
del t
gc.collect()
rings = 0
for i in range(3000):
    a = {"i": i}
    b = [a]
    a["b"] = b
    rings += len(b)
gc.collect()
print(rings, len(gc.garbage))
graph = {i: [] for i in range(500)}
for i in graph:
    graph[i] = [graph[(i * 7) % 500], graph[(i + 1) % 500]]
print(len(graph), graph[0] is not graph[1])
del graph, a, b
gc.collect()
print(gc.collect())
