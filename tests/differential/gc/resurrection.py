import gc
saved = []
class R:
    def __init__(self, n): self.n = n; self.c = self
    def __del__(self):
        print("del", self.n)
        saved.append(self)
r = R(1)
del r
gc.collect()
print(len(saved), saved[0].n, saved[0].c is saved[0])
saved.clear()
gc.collect()
print("collected without a second __del__", len(saved))
class Pair:
    def __init__(self): self.o = None
    def __del__(self): print("pair sees", type(self.o).__name__)
x, y = Pair(), Pair()
x.o, y.o = y, x
del x, y
gc.collect()
class Raises:
    def __init__(self): self.me = self
    def __del__(self): raise ValueError("in del, ignored")
Raises()
gc.collect()
print("still alive")
