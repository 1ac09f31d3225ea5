def f():
    x = 1
    def g(): return x
    a = g()
    x = 2
    b = g()
    del x
    try:
        g()
    except NameError as e:
        print(type(e).__name__, e)
    x = 3
    return a, b, g()
print(f())
def loopvar():
    fs = []
    for i in range(3):
        def g():
            return i
        fs.append(g)
    first = [h() for h in fs]
    i = 99
    return first, [h() for h in fs]
print(loopvar())
def params(a, *args, k=5, **kw):
    def show():
        return a, args, k, kw
    a += 1
    return show
print(params(1, 2, 3, z=4)())
def exc():
    try:
        1 / 0
    except ZeroDivisionError as e:
        def g():
            return e
        inside = str(g())
    try:
        g()
    except NameError as err:
        return inside, str(err)
print(exc())
def gen():
    total = 0
    def add(n):
        nonlocal total
        total += n
    for v in (1, 2, 3):
        add(v)
        yield total
print(list(gen()))
def cls():
    n = 10
    class A:
        m = n
        k = 20
        def get(self):
            return n
    return A.m, A.k, A().get()
print(cls())
def rec():
    def fact(n):
        return 1 if n == 0 else n * fact(n - 1)
    return fact
print(rec()(10))
def shared():
    data = []
    return data.append, lambda: list(data), data.clear
add, show, clear = shared()
add(1); add(2)
print(show()); clear(); print(show())
g = params(0)
print(g.__closure__ is not None, g.__name__, g.__qualname__, (lambda: 0).__closure__, len(g.__closure__))
def comp():
    y = 3
    return [x + y for x in range(3)], {y: z for z in range(1)}, sum(y for _ in range(4))
print(comp())
def walrus():
    hits = [last := c for c in "abc"]
    def g(): return last
    return g(), hits
print(walrus())
