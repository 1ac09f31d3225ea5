class D:
    def __init__(self, n): self.n = n; print("init", n)
    def __del__(self): print("del", self.n)
a = D("a")
b = a
del a
print("still")
del b
print("gone")
a = D("x")
a = D("y")
a = None
def f():
    l = D("local")
    print("in f")
f()
print("after f")
D("temp")
print("after temp")
lst = [D(1), D(2), D(3)]
lst.pop(1)
print("popped")
lst[0] = None
lst.clear()
print("cleared")
d = {"k": D("dv")}
d["k"] = 0
t = (D("t1"), D("t2"))
t = ()
def g():
    x = D("arg")
    return x
g().n
y = g()
print("kept", y.n)
y = 1
class Own:
    def __init__(self): self.d = D("owned")
o = Own()
del o.d
o.d = D("again")
o = None
for i in range(2):
    z = D(f"loop{i}")
del z
def raises():
    v = D("in frame")
    raise ValueError("x")
try:
    raises()
except ValueError as e:
    print("handler", e)
print("after handler")
[D(f"c{i}") for i in range(2)]
print("end comp")
x = D("swap1"); x, w = 5, x
w = 0
class Res(D):
    def __del__(self):
        print("res")
        super().__del__()
r = Res("r"); del r
def several(p, q):
    one, two = D("one"), D("two")
    def inner(): return shared
    shared = D("shared")
    three = D("three")
several(1, 2)
print("left in order")
print("exit soon")
last = D("at exit")
