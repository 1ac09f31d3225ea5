def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
x, y, z = 1, 2, 3
del x
attempt(lambda: x)
del y, z
attempt(lambda: z)
l = [1, 2, 3, 4, 5]
d = {"a": 1, "b": 2}
del l[0], l[-1], d["a"]
print(l, d)
del (l[0])
del [d["b"]]
print(l, d)
class C: pass
c = C()
c.a = c.b = 1
del c.a
attempt(lambda: c.a)
attempt(lambda: delattr(c, "a"))
def f():
    v = 1
    del v
    v = 2
    return v
print(f())
def g():
    del undefined_local
    undefined_local = 1
attempt(g)
def h():
    del nope_global
attempt(h)
def k():
    global gv
    gv = 1
    del gv
    return gv
attempt(k)
def outer():
    n = 1
    def inner():
        nonlocal n
        del n
    inner()
    return n
attempt(outer)
def loop():
    for i in range(3): pass
    del i
    return i
attempt(loop)
class D:
    x = 1
    del x
    def __delitem__(self, k): print("delitem", k)
    def __delattr__(self, k): print("delattr", k)
    def __getitem__(self, k): return self
del D()[1], D()["k"], D()[1:2], D().foo, D()[1][2].bar
attempt(lambda: D.x)
a = b = [1]
del a
print(b)
def t(): del (1, 2)[0]
def s(): del "abc"[0]
def r(): del range(3)[0]
for fn in (t, s, r): attempt(fn)
a, b, c2 = 1, 2, 3
del (a, [b, c2])
attempt(lambda: c2)
