class A:
    def __del__(self):
        print("del A")
class Saved:
    kept = []
    def __del__(self):
        print("resurrect")
        Saved.kept.append(self)
s = Saved()
s.v = 5
del s
print(len(Saved.kept), Saved.kept[0].v)
Saved.kept.clear()
print("second time: finalizer ran once")
class Chain:
    def __init__(self, n): self.next = Chain(n - 1) if n else None; self.n = n
    def __del__(self): print("chain", self.n)
c = Chain(3)
del c
class Bag:
    def __init__(self): self.items = [A(), A()]
b = Bag()
b = None
def gen():
    a = A()
    yield 1
    yield 2
g = gen()
next(g)
del g
print("gen dropped")
f = (lambda a: (lambda: a))(A())
del f
print("closure dropped")
try:
    raise ValueError(A())
except ValueError:
    pass
print("exception dropped")
x = [A()]
x.append(x[0])
x.pop()
print("still one")
x.pop()
big = []
for i in range(50000):
    big = [big]
big = None
print("deep list freed")
node = None
class Node:
    def __init__(self, nxt): self.nxt = nxt
for i in range(50000):
    node = Node(node)
node = None
print("deep chain freed")
