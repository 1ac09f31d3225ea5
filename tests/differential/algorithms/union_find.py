class UnionFind:
    def __init__(self, items):
        self.parent = {x: x for x in items}
        self.size = dict.fromkeys(self.parent, 1)
    def find(self, x):
        while self.parent[x] != x:
            self.parent[x] = self.parent[self.parent[x]]
            x = self.parent[x]
        return x
    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        if self.size[a] < self.size[b]:
            a, b = b, a
        self.parent[b] = a
        self.size[a] += self.size.pop(b)
        return True
    def groups(self):
        g = {}
        for x in self.parent:
            g.setdefault(self.find(x), []).append(x)
        return sorted(g.values())
u = UnionFind(range(10))
print([u.union(a, b) for a, b in ((0, 1), (2, 3), (1, 3), (0, 2), (8, 9), (5, 5))], u.groups(), sorted(u.size.values()))
def kruskal(edges):
    uf = UnionFind({x for a, b, _ in edges for x in (a, b)})
    return [(a, b, w) for a, b, w in sorted(edges, key=lambda e: (e[2], e)) if uf.union(a, b)]
edges = [("a", "b", 7), ("a", "d", 5), ("b", "c", 8), ("b", "d", 9), ("b", "e", 7), ("c", "e", 5), ("d", "e", 15), ("d", "f", 6), ("e", "f", 8), ("e", "g", 9), ("f", "g", 11)]
tree = kruskal(edges)
print(tree, sum(w for *_, w in tree))
