class FRange:
    def __init__(self, a, b, s): self.a, self.b, self.s = a, b, s
    def __len__(self): return max(0, int((self.b - self.a) / self.s + 0.999999))
    def __getitem__(self, i):
        if i < 0: i += len(self)
        if not 0 <= i < len(self): raise IndexError("frange index out of range")
        return self.a + i * self.s
    def __contains__(self, x): return any(abs(x - y) < 1e-9 for y in self)
    def __repr__(self): return f"frange({self.a}, {self.b}, {self.s})"
r = FRange(0, 1, 0.25)
print(r, len(r), list(r), r[-1], 0.5 in r, 0.6 in r, list(reversed(r)), [*map(str, r)], sum(r), max(r))
try:
    r[9]
except IndexError as e:
    print(e)
