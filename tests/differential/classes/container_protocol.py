class Grid:
    def __init__(self, w, h):
        self.w, self.h = w, h
        self.cells = {}
    def __getitem__(self, pos):
        x, y = pos
        if not (0 <= x < self.w and 0 <= y < self.h):
            raise IndexError(f"{pos} out of grid")
        return self.cells.get(pos, ".")
    def __setitem__(self, pos, v): self.cells[pos] = v
    def __delitem__(self, pos): del self.cells[pos]
    def __contains__(self, v): return v in self.cells.values()
    def __len__(self): return self.w * self.h
    def __iter__(self):
        for y in range(self.h):
            yield "".join(self[x, y] for x in range(self.w))
    def __bool__(self): return True
    def __reversed__(self): return iter(list(self)[::-1])
g = Grid(4, 3)
g[1, 1] = "#"
g[0, 0] = "@"
g[3, 2] = "x"
print(g[1, 1], g[2, 2], "#" in g, "?" in g, len(g), list(g), list(reversed(g)), bool(g))
del g[1, 1]
g[0, 0] += "!"
print("\n".join(g), "#" in g)
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: g[9, 9])
attempt(lambda: g[5])
def d(): del g[2, 2]
attempt(d)
class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
attempt(lambda: len(L(5)))
attempt(lambda: len(L(-1)))
attempt(lambda: len(L("a")))
attempt(lambda: len(L(1.0)))
attempt(lambda: len(L(10**30)))
attempt(lambda: len(L(True)))
attempt(lambda: (bool(L(0)), bool(L(3))))
class S:
    def __getitem__(self, i):
        if isinstance(i, int) and i >= 3: raise IndexError
        return i
attempt(lambda: (list(S()), 2 in S(), 7 in S(), S()["k"], S()[1:2], list(zip(S(), "ab"))))
attempt(lambda: list(reversed(S())))
def setit(): S()[0] = 1
def delit(): del S()[0]
attempt(setit)
attempt(delit)
attempt(lambda: len(S()))
class Con:
    def __contains__(self, x): return x
attempt(lambda: (1 in Con(), 0 in Con(), "a" not in Con(), [] in Con()))
class G:
    def __class_getitem__(cls, k): return f"{cls.__name__}[{k}]"
attempt(lambda: (G[int], G["x"], G[1, 2]))
attempt(lambda: L[1])
class Ix(list):
    def __getitem__(self, i): return f"item {i}"
attempt(lambda: (Ix([1, 2])[0], list(Ix([1, 2])), Ix()[5:6]))
