class M:
    def __init__(self, *rows): self.r = [list(x) for x in rows]
    def __matmul__(self, o): return M(*[[sum(a * b for a, b in zip(r, c)) for c in zip(*o.r)] for r in self.r])
    def __add__(self, o): return M(*[[a + b for a, b in zip(x, y)] for x, y in zip(self.r, o.r)])
    def __mul__(self, k): return M(*[[a * k for a in x] for x in self.r])
    __rmul__ = __mul__
    def __pow__(self, n):
        out = self
        for _ in range(n - 1): out = out @ self
        return out
    def __getitem__(self, ij): return self.r[ij[0]][ij[1]]
    def __setitem__(self, ij, v): self.r[ij[0]][ij[1]] = v
    def __eq__(self, o): return self.r == o.r
    def __iter__(self): return (x for r in self.r for x in r)
    def __repr__(self): return f"M{self.r}"
a, b = M((1, 2), (3, 4)), M((0, 1), (1, 0))
print(a @ b, a + b, a * 2, 3 * b, a ** 3, a[1, 0], a == M((1, 2), (3, 4)), list(a), sum(a))
a[0, 1] = 9
a @= b
print(a)
