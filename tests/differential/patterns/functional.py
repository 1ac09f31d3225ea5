def compose(*fs):
    def run(x):
        for f in reversed(fs): x = f(x)
        return x
    return run
def curry(f, n):
    def take(*a):
        return f(*a) if len(a) >= n else lambda *b: take(*a, *b)
    return take
def reduce(f, it, *init):
    it = iter(it)
    acc = init[0] if init else next(it)
    for x in it: acc = f(acc, x)
    return acc
def partial(f, *a, **k): return lambda *b, **m: f(*a, *b, **{**k, **m})
def take(n, it): return [x for _, x in zip(range(n), it)]
def iterate(f, x):
    while True:
        yield x
        x = f(x)
def group(it, key):
    d = {}
    for x in it: d.setdefault(key(x), []).append(x)
    return d
def flip(f): return lambda a, b: f(b, a)
def pipe(x, *fs): return reduce(lambda v, f: f(v), fs, x)
print(compose(str, abs, lambda x: x - 10)(3), curry(lambda a, b, c: a + b * c, 3)(1)(2, 3), curry(lambda a, b: a - b, 2)(5)(3))
print(reduce(lambda a, b: a * b, range(1, 8)), reduce(max, [3, 9, 2]), reduce(lambda a, b: a + [b], "ab", []))
print(partial(print, "a", sep="-")("b", "c"), partial(int, base=2)("101"), take(6, iterate(lambda x: x * 2, 1)), group(range(10), lambda x: x % 3))
print(flip(divmod)(3, 17), pipe(5, lambda x: x + 1, str, lambda s: s * 3, int), sorted("bca", key=compose(lambda o: -o, ord)))
zipped = list(zip(*[iter(range(9))] * 3))
print(zipped, [*zip(*zipped)], dict(zip("abc", zipped)), all(map(lambda a, b: a < b, [1, 2], [3, 4])), list(map(lambda f: f(16), [abs, str, lambda x: x ** 0.5])))
Y = lambda f: (lambda x: x(x))(lambda x: f(lambda *a: x(x)(*a)))
print(Y(lambda self: lambda n: 1 if n < 2 else n * self(n - 1))(10))
try:
    reduce(max, [])
except StopIteration:
    print("empty")
church = lambda n: lambda f: lambda x: x if n == 0 else f(church(n - 1)(f)(x))
print(church(5)(lambda v: v + 1)(0), (lambda *a, **k: (a, k))(*"ab", c=1), (lambda: (yield))().__class__.__name__)
