g = 1
def f():
    global g, h
    g += 1
    h = g * 2
f(); f()
print(g, h)
def outer():
    x = 1
    y = "y"
    def mid():
        nonlocal x
        x += 1
        def inner():
            nonlocal x, y
            global g
            x += 10
            y += "!"
            g = "from inner"
            return x, y
        return inner()
    r = mid()
    return r, x, y
print(outer(), g)
class C:
    global k
    k = "class global"
    def m(self):
        global g
        g = "from method"
        return g
print(k, C().m(), g)
def loop():
    global i
    for i in range(3): pass
loop()
print(i)
def imp():
    global math
    import math
imp()
print(math.floor(2.5))
def de():
    global newfn
    def newfn(): return "new function"
    global NewC
    class NewC: v = 5
de()
print(newfn(), NewC.v, NewC.__qualname__, newfn.__qualname__)
def ex():
    global err
    try:
        1 / 0
    except ZeroDivisionError as err:
        pass
ex()
try:
    err
except NameError as e:
    print(e)
def wal():
    global wv
    [wv := q for q in range(4)]
wal()
print(wv)
def counter():
    n = 0
    def step():
        nonlocal n
        n += 1
        return n
    return step
a, b = counter(), counter()
print(a(), a(), b(), a(), b())
def unpack():
    global p, q
    p, *q = 1, 2, 3
unpack()
print(p, q)
def withg():
    global cm
    class CM:
        def __enter__(self): return "entered"
        def __exit__(self, *a): pass
    with CM() as cm: pass
withg()
print(cm)
