"""Everyday code: calls, loops, generators, exceptions, texts, containers. usage: everyday.py N [NAME...]"""
from timing import run


class P:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __eq__(self, o):
        return self.x == o.x and self.y == o.y

    def __hash__(self):
        return hash((self.x, self.y))

    def __repr__(self):
        return f"P({self.x}, {self.y})"


class Prop:
    def __init__(self, v):
        self._v = v

    @property
    def v(self):
        return self._v

    @v.setter
    def v(self, n):
        self._v = n


class Dyn:
    def __getattr__(self, n):
        return len(n)


class Dog:
    def speak(self, n):
        return n + 1


class Cat:
    def speak(self, n):
        return n + 2


class Fish:
    def speak(self, n):
        return n * 2


class It:
    def __init__(self, n):
        self.n = n
        self.i = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i


class Ctx:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        return False


class Node:
    def __init__(self, k, l=None, r=None):
        self.k = k
        self.l = l
        self.r = r


def deco(f):

    def w(*a, **k):
        return f(*a, **k)
    return w


@deco
def dadd(a, b):
    return a + b


def kwf(a, b=1, *, c=2, d=3):
    return a + b + c + d


def va(*a):
    return len(a)


def kw(**k):
    return len(k)


def gen(n):
    for i in range(n):
        yield i


def gen2(g):
    for x in g:
        yield (x * 2)


def walk(t):
    if t is not None:
        yield from walk(t.l)
        yield t.k
        yield from walk(t.r)


def tree(n):
    return None if n == 0 else Node(n, tree(n - 1), tree(n - 1))


def do_decorator(n):
    s = 0
    for i in range(n):
        s = dadd(s, i)
    return s


def do_kwargs(n):
    s = 0
    for i in range(n):
        s += kwf(i, c=4)
    return s


def do_varargs(n):
    s = 0
    for i in range(n):
        s += va(i, i, i)
    return s


def do_kwstar(n):
    s = 0
    for i in range(n):
        s += kw(a=i, b=i)
    return s


def do_dictsplat(n):
    d = {"b": 1, "c": 2}
    s = 0
    for i in range(n):
        s += kwf(i, **d)
    return s


def do_gen(n):
    s = 0
    for x in gen2(gen(n)):
        s += x
    return s


def do_genexpr(n):
    return sum((x * x for x in range(n)))


def do_yieldfrom(n):
    t = tree(12)
    s = 0
    for _ in range(n // 5000):
        for k in walk(t):
            s += k
    return s


def do_setcomp(n):
    return len({x % 1000 for x in range(n)})


def do_dictcomp(n):
    return len({x: x * 2 for x in range(n)})


def do_property(n):
    p = Prop(0)
    for i in range(n):
        p.v = p.v + 1
    return p.v


def do_getattr(n):
    d = Dyn()
    s = 0
    for i in range(n):
        s += d.hello
    return s


def do_duck(n):
    zoo = [Dog(), Cat(), Fish()]
    s = 0
    for i in range(n):
        s = zoo[i % 3].speak(s) % 10007
    return s


def do_iterclass(n):
    s = 0
    for x in It(n):
        s += x
    return s


def do_ctx(n):
    c = Ctx()
    s = 0
    for i in range(n):
        with c:
            s += i
    return s


def do_tryexc(n):
    d = {}
    s = 0
    for i in range(n):
        try:
            s += d[i]
        except KeyError:
            s += 1
    return s


def do_tryint(n):
    s = 0
    for i in range(n):
        try:
            s += int("x" if i & 1 else "12")
        except ValueError:
            s += 1
    return s


def do_hashobj(n):
    d = {}
    for i in range(n):
        d[P(i & 255, i & 7)] = i
    return len(d)


def do_listobj_sort(n):
    a = [P(i * 7919 % 10007, i) for i in range(n // 4)]
    a.sort(key=lambda p: (p.x, p.y))
    return a[0].x


def do_sort_tuples(n):
    a = [(i * 7919 % 10007, str(i)) for i in range(n // 4)]
    a.sort()
    return a[0]


def do_fstring(n):
    s = 0
    for i in range(n):
        s += len(f"{i:05d} {i / 7:.3f} {i!r:>8}")
    return s


def do_format(n):
    s = 0
    for i in range(n):
        s += len("{} {:>5} {x}".format(i, i, x=i))
    return s


def do_percent(n):
    s = 0
    for i in range(n):
        s += len("%d %5.2f %s" % (i, i / 3, "ab"))
    return s


def do_split_join(n):
    t = "the quick brown fox jumps over the lazy dog"
    s = 0
    for i in range(n // 4):
        s += len("-".join((w.upper() for w in t.split())))
    return s


def do_replace(n):
    t = "the quick brown fox jumps over the lazy dog"
    s = 0
    for i in range(n):
        s += len(t.replace("o", "00").strip("t"))
    return s


def do_strconcat(n):
    r = ""
    for i in range(n):
        r += "ab"
    return len(r)


def do_charloop(n):
    t = "hello, world 123 " * (n // 16)
    s = 0
    for c in t:
        if c.isalpha():
            s += ord(c)
        elif c.isdigit():
            s += int(c)
    return s


def do_strslices(n):
    t = "abcdefghijklmnopqrstuvwxyz" * 4
    c = 0
    for i in range(n):
        if t[i % 80:i % 80 + 5].startswith("ab"):
            c += 1
    return c


def do_counter(n):
    d = {}
    ws = ["w%d" % (i % 500) for i in range(1000)]
    for i in range(n):
        w = ws[i % 1000]
        d[w] = d.get(w, 0) + 1
    return len(d)


def do_setdefault(n):
    d = {}
    for i in range(n):
        d.setdefault(i % 100, []).append(i)
    return len(d)


def do_dictitems(n):
    d = {i: i for i in range(1000)}
    s = 0
    for _ in range(n // 1000):
        for k, v in d.items():
            s += k + v
    return s


def do_listofdict(n):
    rows = [{"id": i, "name": "n%d" % i, "v": i * 1.5} for i in range(1000)]
    s = 0
    for _ in range(n // 1000):
        for r in rows:
            if r["id"] % 2:
                s += r["v"]
    return s


def do_bigint(n):
    a, b = (0, 1)
    for i in range(n // 100):
        a, b = (b, a + b)
    return a % 1000007


def do_bigmod(n):
    s = 1
    for i in range(n):
        s = s * 6364136223846793005 + 1442695040888963407 & 18446744073709551615
    return s


def do_pow(n):
    s = 0
    for i in range(n // 4):
        s += pow(i, 65537, 1000003)
    return s


def do_floatfmt(n):
    s = 0
    for i in range(n):
        s += len(str(i * 0.1))
    return s


def do_floatparse(n):
    s = 0.0
    ws = [str(i * 0.37) for i in range(1000)]
    for i in range(n):
        s += float(ws[i % 1000])
    return s


def do_intparse(n):
    s = 0
    ws = [str(i * 37) for i in range(1000)]
    for i in range(n):
        s += int(ws[i % 1000])
    return s


def do_bytes(n):
    b = bytes(range(256)) * (n // 256)
    s = 0
    for x in b:
        s = s * 31 + x & 4294967295
    return s


def do_deque_list(n):
    q = []
    for i in range(n):
        q.append(i)
        if len(q) > 100:
            q.pop(0)
    return len(q)


def do_nested(n):
    m = {}
    for i in range(n):
        m.setdefault(i % 10, {}).setdefault(i % 7, []).append(i)
    return len(m)


def do_tuple_unpack(n):
    s = 0
    for a, (b, c) in [(i, (i + 1, i + 2)) for i in range(n)]:
        s += a * b - c
    return s


def do_zipenum(n):
    a = list(range(1000))
    s = 0
    for _ in range(n // 1000):
        for i, (x, y) in enumerate(zip(a, a)):
            s += i * x - y
    return s


def do_starunpack(n):
    s = 0
    t = (1, 2, 3, 4)
    for i in range(n):
        a, *r = t
        s += a + len(r)
    return s


def do_listmerge(n):
    s = 0
    for i in range(n):
        s += len([*range(3), i] + [i, i])
    return s


def do_anyall(n):
    a = list(range(50))
    s = 0
    for i in range(n // 20):
        s += any((x > 40 for x in a)) + all((x < 45 for x in a))
    return s


def do_minmaxkey(n):
    a = [P(i * 37 % 101, i) for i in range(50)]
    s = 0
    for i in range(n // 20):
        s += max(a, key=lambda p: p.x).y
    return s


def do_mapfilter(n):
    return sum(map(lambda x: x + 1, filter(lambda x: x & 1, range(n))))


def do_reversed(n):
    a = list(range(1000))
    s = 0
    for _ in range(n // 1000):
        for x in reversed(a):
            s = s * 3 + x & 65535
    return s


def do_closure(n):

    def mk(k):

        def f(x):
            return x + k
        return f
    fs = [mk(i) for i in range(10)]
    s = 0
    for i in range(n):
        s = fs[i % 10](s) & 65535
    return s


def do_classattr(n):

    class A:
        count = 0
    for i in range(n):
        A.count += 1
    return A.count


def do_dictattr(n):

    class B:
        pass
    s = 0
    for i in range(n):
        b = B()
        b.a = i
        b.b = i
        s += b.a + b.b
    return s


def do_isinst(n):
    xs = [1, "a", 2.5, None, [1], (1,), {}]
    s = 0
    for i in range(n):
        x = xs[i % 7]
        if isinstance(x, str):
            s += 1
        elif isinstance(x, (int, float)):
            s += 2
        elif isinstance(x, list):
            s += 3
        elif x is None:
            s += 4
    return s


def do_setops(n):
    a = set(range(50))
    b = set(range(25, 75))
    s = 0
    for i in range(n // 20):
        s += len(a & b) + len(a | b) + len(a - b)
    return s


def do_matrix(n):
    k = 40
    a = [[i * j for j in range(k)] for i in range(k)]
    for _ in range(max(1, n // 100000)):
        a = [[sum((x * y for x, y in zip(r, c))) % 1009 for c in zip(*a)] for r in a]
    return a[3][4]


def do_stdlist(n):
    a = list(range(200))
    s = 0
    for i in range(n // 20):
        b = a[:]
        b.reverse()
        b.extend(a)
        s += b.index(150) + b.count(3) + sum(b)
    return s


def do_chained(n):
    s = 0
    for i in range(n):
        if 10 < i % 100 <= 50 and (not i % 3 == 0) or i == 7:
            s += 1
    return s


def do_raise_deep(n):

    def f(k):
        if k == 0:
            raise ValueError("x")
        return f(k - 1)
    s = 0
    for i in range(n // 20):
        try:
            f(5)
        except ValueError as e:
            s += len(e.args)
    return s


def do_memo(n):
    memo = {}

    def f(a, b):
        k = (a, b)
        if k in memo:
            return memo[k]
        r = memo[k] = a if b == 0 else (f(a, b - 1) + a) % 9973
        return r
    s = 0
    for i in range(n // 50):
        s += f(i % 200, 40)
    return s


def do_complex(n):
    z = 0j
    s = 0
    for i in range(n):
        z = z * z + (0.1 + 0.2j)
        if abs(z) > 2:
            s += 1
    return s


def do_startswith(n):
    ls = ["GET /index", "POST /x", "# comment", "  pad"]
    s = 0
    for i in range(n):
        l = ls[i & 3]
        if l.startswith("#"):
            continue
        if l.startswith(("GET", "POST")):
            s += len(l.partition(" ")[2])
        else:
            s += len(l.lstrip())
    return s


def do_global(n):
    global G
    G = 0
    for i in range(n):
        G += i
    return G


def do_super(n):

    class A:

        def f(self, x):
            return x + 1

    class B(A):

        def f(self, x):
            return super().f(x) * 2 & 1023
    b = B()
    s = 0
    for i in range(n):
        s = b.f(s)
    return s


def do_callable(n):
    fs = {"add": lambda a, b: a + b, "sub": lambda a, b: a - b, "mul": lambda a, b: a * b}
    ops = ["add", "sub", "mul"]
    s = 1
    for i in range(n):
        s = fs[ops[i % 3]](s, i) % 10007
    return s


def do_boundmethod(n):
    out = []
    ap = out.append
    for i in range(n):
        ap(i)
    return len(out)


def do_slicing(n):
    a = list(range(100))
    s = 0
    for i in range(n // 4):
        s += len(a[10:20]) + len(a[::2]) + a[-1]
    return s


def do_encode(n):
    s = 0
    for i in range(n // 4):
        s += len("héllo wörld".encode().decode())
    return s


def do_hexbin(n):
    s = 0
    for i in range(n):
        s += len(hex(i)) + len(bin(i)) + len(str(i))
    return s


if __name__ == "__main__":
    run([do_decorator, do_kwargs, do_varargs, do_kwstar, do_dictsplat, do_gen, do_genexpr, do_yieldfrom,
         do_setcomp, do_dictcomp, do_property, do_getattr, do_duck, do_iterclass, do_ctx, do_tryexc,
         do_tryint, do_hashobj, do_listobj_sort, do_sort_tuples, do_fstring, do_format, do_percent,
         do_split_join, do_replace, do_strconcat, do_charloop, do_strslices, do_counter, do_setdefault,
         do_dictitems, do_listofdict, do_bigint, do_bigmod, do_pow, do_floatfmt, do_floatparse,
         do_intparse, do_bytes, do_deque_list, do_nested, do_tuple_unpack, do_zipenum, do_starunpack,
         do_listmerge, do_anyall, do_minmaxkey, do_mapfilter, do_reversed, do_closure, do_classattr,
         do_dictattr, do_isinst, do_setops, do_matrix, do_stdlist, do_chained, do_raise_deep, do_memo,
         do_complex, do_startswith, do_global, do_super, do_callable, do_boundmethod, do_slicing,
         do_encode, do_hexbin])
