def plain(a, b):
    return a, b
def defaults(a, b=2, c=3):
    return a, b, c
def star(*args):
    return args
def kwstar(**kw):
    return kw
def both(a, *args, k=1, **kw):
    return a, args, k, kw
def kwonly(*, x, y=5):
    return x, y
def posonly(a, b=2, /):
    return a, b
def mixed(a, b=1, /, c=2, *args, d, e=4, **kw):
    return a, b, c, args, d, e, kw
print(plain(1, 2), plain(b=1, a=2), plain(1, b=3), plain(*[1, 2]), plain(**{"a": 1, "b": 2}), plain(*[1], **{"b": 2}))
print(defaults(1), defaults(1, 5), defaults(1, c=9), defaults(c=1, a=2), defaults(1, 2, 3))
print(star(), star(1), star(1, 2), star(*"ab", 3, *[4]), star([1], {}), kwstar(), kwstar(a=1), kwstar(**{"x y": 1}, z=2))
print(both(1), both(1, 2, 3), both(1, k=2), both(1, 2, k=3, z=4), both(*range(4), **{"k": 0, "q": 1}), both(a=7, z=1))
print(kwonly(x=1), kwonly(y=1, x=2), posonly(1), posonly(1, 5), mixed(1, d=2), mixed(1, 2, 3, 4, 5, d=6, e=7, f=8), mixed(1, d=0, a="kw", b="kw2"))
print((lambda: 1)(), (lambda x: x)(2), (lambda x, y=3: (x, y))(1), (lambda *a, **k: (a, k))(1, b=2), (lambda *, k: k)(k=4))
