import _weakref as weakref


class V:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return ("add", self.n, getattr(other, "n", other))

    def __radd__(self, other):
        return ("radd", self.n, other)

    def __iadd__(self, other):
        self.n += other
        return self

    def __eq__(self, other):
        return self.n == getattr(other, "n", other)

    def __lt__(self, other):
        return self.n < getattr(other, "n", other)

    __hash__ = None

    def __neg__(self):
        return -self.n

    def __abs__(self):
        return abs(self.n)

    def __invert__(self):
        return ~self.n

    def __int__(self):
        return self.n

    def __float__(self):
        return float(self.n)

    def __index__(self):
        return self.n

    def __bool__(self):
        return self.n != 0

    def __len__(self):
        return 3

    def __getitem__(self, key):
        return ("item", key)

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)

    def __contains__(self, item):
        return item == 5

    def __iter__(self):
        return iter("abc")

    def __call__(self, *args, **kw):
        return args, kw

    def __str__(self):
        return f"V{self.n}"

    def __pow__(self, other, mod=None):
        return ("pow", other, mod)

    def method(self):
        return self


v = V(-4)
p = weakref.proxy(v)
print(p.n, p + 1, 1 + p, p + p, p == -4, p == v, p < 0, v == p, -p, abs(p), ~p, int(p), float(p), bool(p), len(p), p[1], p[1:2], 5 in p, 6 in p, list(p), str(p), f"{p}")
p[1] = 2
del p[3]
print(p(1, k=2), p ** 2, pow(p, 2, 3), range(10)[weakref.proxy(V(3)) if False else p], p.method() is v, isinstance(p, V), type(p).__name__, p.__class__)
p.extra = 9
print(v.extra, p.extra)
del p.extra
print(hasattr(v, "extra"), [1, 2, 3, 4][p])
q = p
p += 10
print(p is v, v.n, q.n)
try:
    hash(q)
except TypeError as e:
    print(e)
try:
    next(q)
except TypeError as e:
    print(e)
try:
    q - 1
except TypeError as e:
    print(e)
del p, v
for use in (lambda: q.n, lambda: q + 1, lambda: q[0], lambda: q == 1, lambda: str(q), lambda: q(), lambda: len(q), lambda: 5 in q, lambda: setattr(q, "a", 1)):
    try:
        print(use())
    except ReferenceError as e:
        print(e)
def counted():
    yield 1
    yield 2
g = counted()
pg = weakref.proxy(g)
print(next(pg), list(pg), type(weakref.proxy(counted)).__name__, list(weakref.proxy(counted)()))
