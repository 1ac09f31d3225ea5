x = "global"
def read():
    return x
def local():
    x = "local"
    return x
def change():
    global x
    x = "changed"
def new_global():
    global fresh
    fresh = 1
print(read(), local(), x)
change()
new_global()
print(read(), x, fresh)
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
def unbound():
    print(x)
    x = 1
def maybe(c):
    if c:
        y = 1
    return y
def deleted():
    z = 1
    del z
    return z
def loop():
    for i in []:
        pass
    return i
def exc_var():
    try:
        raise ValueError("v")
    except ValueError as e:
        pass
    return e
attempt(unbound)
attempt(lambda: maybe(True))
attempt(lambda: maybe(False))
attempt(deleted)
attempt(loop)
attempt(exc_var)
attempt(lambda: undefined_thing)
def del_global():
    global fresh
    del fresh
del_global()
attempt(lambda: fresh)
attempt(del_global)
def free():
    def inner():
        return v
    if False:
        v = 1
    return inner()
attempt(free)
def shadow(len):
    return len
print(shadow(3), len("abc"))
len = lambda v: "mine"
print(len("abc"))
del len
print(len("abc"))
def aug():
    x += 1
attempt(aug)
def nested_global():
    x = "nested"
    def g():
        global x
        return x
    return g(), x
print(nested_global())
for i in range(3): pass
print(i, [i for i in "ab"], i)
class K:
    x = "class"
    def m(self): return x
    y = [x, x]
print(K().m(), K.y)
print("x" in globals(), globals()["x"], sorted(k for k in locals() if k in ("x", "K")) )
def loc(a, b=2):
    c = 3
    return sorted(locals().items())
print(loc(1))
