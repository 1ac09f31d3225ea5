def f(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t):
    return a + t, b * s, [c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r]
print(f(*range(20)), f(t=0, **{c: i for i, c in enumerate("abcdefghijklmnopqrs")}))
def g(a1=1, a2=2, a3=3, a4=4, a5=5, a6=6, a7=7, a8=8, a9=9, a10=10, *rest, k1=11, k2=12, k3=13, **kw):
    return a1 + a2 + a3 + a4 + a5 + a6 + a7 + a8 + a9 + a10, rest, k1, k2, k3, kw
print(g(), g(0, a10=0, k2=0), g(*range(15), k1="k", zz=1))
def h(x1, x2, x3, x4, x5, x6, x7, x8):
    def inner():
        nonlocal x1, x8
        x1, x8 = x8, x1
        return x1, x2, x3, x4, x5, x6, x7, x8
    return inner
i = h(*"abcdefgh")
print(i(), i())
class Many:
    def __init__(self, *a, **k):
        for n, v in enumerate(a): setattr(self, f"p{n}", v)
        self.__dict__.update(k)
    def __repr__(self): return f"Many({', '.join(f'{k}={v}' for k, v in self.__dict__.items())})"
print(Many(*range(15), x="y"), len(Many(*range(100)).__dict__))
def try_call(fn, *a, **k):
    try: return fn(*a, **k)
    except TypeError as e: return str(e)
print(try_call(f, 1), try_call(f, *range(21)), try_call(h), try_call(g, bad=1) is not None, try_call(g, 1, a1=2), sep="\n")
def long_locals():
    a = 1; b = a + 1; c = b + 1; d = c + 1; e = d + 1; f = e + 1; g = f + 1; h = g + 1; i = h + 1; j = i + 1
    k = j + 1; l = k + 1; m = l + 1; n = m + 1; o = n + 1; p = o + 1; q = p + 1; r = q + 1; s = r + 1; t = s + 1
    return sum([a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t]), sorted(locals().items())[:4]
print(long_locals(), sum([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]), max(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20))
