def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
a = [1, 2, 3]
attempt(lambda: a[3])
attempt(lambda: a[-4])
attempt(lambda: a["x"])
attempt(lambda: a[1.5])
attempt(lambda: a[None])
attempt(lambda: a[1, 2])
attempt(lambda: a[::0])
attempt(lambda: a["a":])
attempt(lambda: a[10**30])
attempt(lambda: [].pop())
attempt(lambda: a.pop(10))
attempt(lambda: a.pop("x"))
attempt(lambda: a.remove(9))
attempt(lambda: a.index(9))
attempt(lambda: a.index(1, 1))
attempt(lambda: a + (1,))
attempt(lambda: a + 5)
attempt(lambda: (1,) + a)
attempt(lambda: a * "x")
attempt(lambda: a * 1.5)
attempt(lambda: a - a)
attempt(lambda: a < 5)
attempt(lambda: a < (1,))
attempt(lambda: a.append())
attempt(lambda: a.append(1, 2))
attempt(lambda: a.extend(5))
attempt(lambda: a.extend(None))
attempt(lambda: a.insert(1))
attempt(lambda: a.insert("a", 1))
attempt(lambda: a.nothing)
attempt(lambda: a())
attempt(lambda: list(5))
attempt(lambda: list(1, 2))
attempt(lambda: list(x=1))
attempt(lambda: hash(a))
attempt(lambda: a.sort(1))
attempt(lambda: a.sort(foo=1))
attempt(lambda: a.count())
def f1():
    a[5] = 1
def f2():
    del a[5]
def f3():
    a["x"] = 1
def f4():
    a.x = 1
def f5():
    del a["x"]
def f6():
    a += 5
def f7():
    global a
    a += 5
for f in (f1, f2, f3, f4, f5, f6, f7):
    attempt(f)
print(a)
