import gc
class Node:
    def __init__(self, n): self.n = n; self.other = None
    def __del__(self): print("del", self.n)
a, b = Node("a"), Node("b")
a.other, b.other = b, a
del a, b
print("before collect")
print(gc.collect() > 0)
print("after collect")
s = Node("self")
s.other = s
s = None
gc.collect()
l = []
l.append(l)
l.append(Node("in list"))
del l
gc.collect()
d = {}
d["self"] = d
d["n"] = Node("in dict")
del d
gc.collect()
def make():
    n = Node("closure")
    def f(): return f, n
    return f
make()
gc.collect()
print("closure done")
def gen():
    g = yield
    n = Node("generator")
    yield n and None
    print(g)
g = gen()
next(g)
g.send(g)
del g
gc.collect()
print("generator done")
class C:
    pass
c = C()
c.m = c.__init__
c.t = (c, [c], {"c": c})
c.n = Node("deep")
del c
gc.collect()
try:
    n = Node("exc")
    e = ValueError("x")
    n.other = e
    e.n = n
    raise e
except ValueError as x:
    pass
del n, e
gc.collect()
print("end", gc.collect())
