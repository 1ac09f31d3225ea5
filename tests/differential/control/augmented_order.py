class Log(dict):
    def __getitem__(self, k):
        print("get", k)
        return super().__getitem__(k)
    def __setitem__(self, k, v):
        print("set", k, v)
        super().__setitem__(k, v)
d = Log()
d["a"] = 1
def key(k):
    print("key", k)
    return k
def val(v):
    print("val", v)
    return v
d[key("a")] += val(2)
d[key("a")] *= val(5) + val(1)
class Obj:
    def __init__(self): self.__dict__["n"] = 1
    def __getattribute__(self, n):
        if n == "n": print("getattr n")
        return super().__getattribute__(n)
    def __setattr__(self, n, v):
        print("setattr", n, v)
        super().__setattr__(n, v)
o = Obj()
def obj():
    print("obj")
    return o
obj().n += val(4)
obj().n -= 1
m = [[1, 2], [3, 4]]
m[key(0)][key(1)] += 10
m[1][0], m[0][1] = m[0][1], m[1][0]
print(m)
i = 0
l = [10, 20, 30]
l[i] += (i := 2)
print(l, i)
def side():
    l[0] = 100
    return 1
l[0] += side()
print(l)
x = 1
def change():
    global x
    x = 50
    return 1
x += change()
print(x)
x = 5
x = x + (x := 10)
print(x)
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e, t)
try:
    d[key("zz")] += val(1)
except KeyError as e:
    print("KeyError", e)
try:
    o.missing += val(1)
except AttributeError as e:
    print(e)
s = "a"
s += s + s
print(s)
a = b = 1
a += b; b += a; a -= b
print(a, b)
c = [1, 2, 3]
c[0:2] += [9]
c[-1] *= 2
c[::2] = c[::2]
print(c)
