def counter(start=0):
    n = start
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def reset():
        nonlocal n
        n = start
    def get():
        return n
    return inc, reset, get
inc, reset, get = counter(10)
print(inc(), inc(5), get(), reset(), get())
inc2, _, get2 = counter()
print(inc2(), inc(), get(), get2())
def make_adders():
    return [lambda x, n=n: x + n for n in range(3)], [lambda x: x + n for n in range(3)]
a, b = make_adders()
print([f(10) for f in a], [f(10) for f in b])
def outer():
    x = 1
    def mid():
        nonlocal x
        x += 1
        y = x
        def inner():
            nonlocal x, y
            x *= 10
            y += x
            return x, y
        return inner, lambda: y
    i, gy = mid()
    return i, gy, lambda: x
i, gy, gx = outer()
print(i(), i(), gy(), gx())
def late():
    def f():
        return value
    value = "bound later"
    return f()
print(late())
def compose(*fs):
    def run(x):
        for f in fs:
            x = f(x)
        return x
    return run
print(compose(str, len, lambda n: n * 2)(12345), compose()(7))
def memoize(f):
    cache = {}
    def wrapped(*a):
        if a not in cache:
            cache[a] = f(*a)
        return cache[a]
    wrapped.cache = cache
    return wrapped
@memoize
def slow(n):
    return n if n < 2 else slow(n - 1) + slow(n - 2)
print(slow(60), len(slow.cache))
