# oracle: native
import sys
class A: pass
a = A()
base = sys.getrefcount(a)
b = a
print(sys.getrefcount(a) - base)
l = [a, a]
print(sys.getrefcount(a) - base)
d = {"k": a}
t = (a,)
print(sys.getrefcount(a) - base)
del b, l
print(sys.getrefcount(a) - base)
d.clear()
t = None
print(sys.getrefcount(a) - base)
def hold(x):
    return lambda: x
h = hold(a)
print(sys.getrefcount(a) - base)
h = None
g = (a for _ in range(1))
print(sys.getrefcount(a) - base >= 0)
for _ in range(1000):
    x = [a] * 10
    y = (a, x)
    z = {"a": y}
del x, y, z
print(sys.getrefcount(a) - base)
