"""Classes of all kinds, callbacks, parsing, and what is called on builtin types. usage: classes.py N [NAME...]"""
from timing import run


class Base:
    registry = {}

    def __init__(self, name, *args, **kw):
        self.name = name
        self.args = args
        self.kw = kw

    def __repr__(self):
        return "%s(%r)" % (type(self).__name__, self.name)

    def __lt__(self, o):
        return self.name < o.name

    @classmethod
    def make(cls, *a, **k):
        return cls(*a, **k)

    @staticmethod
    def twice(x):
        return x * 2


class Derived(Base):
    def __init__(self, name, extra=None, **kw):
        super().__init__(name, **kw)
        self.extra = extra


class Money:
    def __init__(self, c):
        self.c = c

    def __add__(self, o):
        return Money(self.c + (o.c if isinstance(o, Money) else o))
    __radd__ = __add__

    def __mul__(self, k):
        return Money(self.c * k)

    def __eq__(self, o):
        return isinstance(o, Money) and self.c == o.c

    def __hash__(self):
        return hash(self.c)

    def __bool__(self):
        return self.c != 0

    def __format__(self, s):
        return f"${self.c:{s}}"


class Stack:
    def __init__(self):
        self.items = []

    def push(self, x):
        self.items.append(x)

    def pop(self):
        return self.items.pop()

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return self.items[i]

    def __iter__(self):
        return iter(self.items)

    def __contains__(self, x):
        return x in self.items


class MyErr(Exception):
    def __init__(self, code, msg):
        super().__init__(msg)
        self.code = code


class Event:
    def __init__(self):
        self.hs = []

    def on(self, f):
        self.hs.append(f)
        return f

    def fire(self, *a, **k):
        for h in self.hs:
            h(*a, **k)


class Visitor:
    def visit(self, n):
        return getattr(self, "visit_" + type(n).__name__, self.generic)(n)

    def generic(self, n):
        return 0

    def visit_int(self, n):
        return n

    def visit_list(self, n):
        return sum(map(self.visit, n))


class Mixin1:
    def f(self):
        return 1 + super().f()


class Mixin2:
    def f(self):
        return 2 + super().f()


class Root:
    def f(self):
        return 3


class Multi(Mixin1, Mixin2, Root):
    pass


def memoize(f):
    cache = {}

    def w(*args):
        if args not in cache:
            cache[args] = f(*args)
        return cache[args]
    return w


@memoize
def grid(a, b):
    return 1 if a == 0 or b == 0 else grid(a - 1, b) + grid(a, b - 1)


def do_construct(n):
    s = 0
    for i in range(n):
        s += len(Derived("n", extra=i, z=3).kw)
    return s


def do_classmethod(n):
    s = 0
    for i in range(n):
        s += len(Derived.make("x", extra=i).name) + Base.twice(i)
    return s


def do_sumobjs(n):
    return sum([Money(i) for i in range(n)], Money(0)).c


def do_operators(n):
    m = Money(0)
    for i in range(n):
        m = m + Money(i) * 2
        if m == Money(5):
            m = m + 1
    return m.c


def do_container(n):
    s = Stack()
    t = 0
    for i in range(n):
        s.push(i)
        if len(s) > 10:
            t += s.pop() + s[0] + (5 in s)
    for x in s:
        t += x
    return t


def do_customexc(n):
    s = 0
    for i in range(n // 4):
        try:
            if i % 2:
                raise MyErr(i, "bad")
            raise ValueError("x %d" % i)
        except MyErr as e:
            s += e.code
        except (ValueError, TypeError) as e:
            s += len(str(e))
        finally:
            s += 1
    return s


def do_event(n):
    e = Event()
    out = []
    e.on(lambda x, y=0: out.append(x))
    e.on(lambda *a, **k: None)
    for i in range(n // 2):
        e.fire(i, y=2)
    return len(out)


def do_visitor(n):
    v = Visitor()
    s = 0
    tree = [1, [2, 3], 4, "x"]
    for i in range(n // 8):
        s += v.visit(tree)
    return s


def do_mixins(n):
    m = Multi()
    s = 0
    for i in range(n):
        s += m.f()
    return s


def do_memodeco(n):
    s = 0
    for i in range(n):
        s += grid(i % 12, i % 11)
    return s


def do_getsetattr(n):
    b = Base("x")
    s = 0
    for i in range(n):
        setattr(b, "v%d" % (i % 5), i)
        s += getattr(b, "v0")
        s += hasattr(b, "nope")
    return s


def do_vars(n):
    b = Base("x")
    s = 0
    for i in range(n // 4):
        s += len(b.__dict__) + len(vars(b)) + (type(b) is Base) + (b.__class__.__name__ == "Base")
    return s


def do_kwdict(n):
    s = 0
    for i in range(n):
        s += len(dict(a=i, b=2, c=3))
    return s


def do_tuplecmp(n):
    s = 0
    a = (1, "x", 3.0)
    for i in range(n):
        s += (i & 3, "x", 3.0) < a
    return s


def do_namedkeys(n):
    d = {("a", i % 10): i for i in range(n)}
    s = 0
    for (k, i), v in d.items():
        s += v
    return s


def do_insert0(n):
    a = []
    for i in range(n // 50):
        a.insert(0, i)
    while a:
        a.pop(0)
    return len(a)


def do_slicesassign(n):
    a = list(range(100))
    s = 0
    for i in range(n // 4):
        a[10:20] = a[20:30]
        a[::2] = a[1::2]
        s += a[5]
        del a[:2]
        a += [i, i]
    return s


def do_instr(n):
    ws = ["apple", "banana", "cherry", "date"]
    s = 0
    for i in range(n):
        s += "x%d" % (i & 7) in ws
    return s


def do_case(n):
    s = 0
    for i in range(n // 4):
        s += len("hello World".title()) + len("abc".center(20, "*")) + len("42".zfill(8))
        s += "a-b-c".count("-") + len("  x ".strip()) + len("Ab".swapcase())
    return s


def do_ordchr(n):
    s = ""
    for i in range(n):
        s = chr((ord("a") + i) % 26 + 97)
    return s


def do_caesar(n):
    t = "The Quick Brown Fox" * 5
    r = ""
    for i in range(n // 100):
        r = "".join((chr((ord(c) - 97 + 3) % 26 + 97) if c.islower() else c for c in t))
    return r[:5]


def do_translate(n):
    tb = str.maketrans("abc", "xyz")
    s = 0
    for i in range(n // 4):
        s += len("aabbcc hello".translate(tb))
    return s


def do_fmtspec(n):
    s = 0
    for i in range(n):
        s += len(f"{i:>10,}|{i / 3:8.2e}|{'ab':^6}|{i:#x}")
    return s


def do_repr(n):
    s = 0
    for i in range(n // 8):
        s += len(repr([i, "a'b", 2.5, None, (1,), {"k": [1]}]))
    return s


def do_strnum(n):
    s = 0
    for i in range(n):
        if "12a"[i % 3].isdigit() and (not "x".isupper()):
            s += 1
    return s


def do_anyin(n):
    s = 0
    for i in range(n):
        s += any((w in "the quick fox" for w in ("cat", "fox")))
    return s


def do_dictcompobj(n):
    ps = [(i, str(i)) for i in range(100)]
    s = 0
    for i in range(n // 100):
        d = {k: v for k, v in ps if k % 2}
        e = dict(zip("abc", range(3)))
        s += len(d) + len(e)
    return s


def do_groupby(n):
    g = {}
    for i in range(n):
        k = i % 13
        if k not in g:
            g[k] = []
        g[k].append(i)
    return sum((len(v) for v in g.values()))


def do_transpose(n):
    m = [[i + j for j in range(30)] for i in range(30)]
    s = 0
    for i in range(n // 900):
        s += [list(r) for r in zip(*m)][2][3]
    return s


def do_flatten(n):
    m = [[1, [2, 3]], [4, [5, [6]]]]

    def fl(x):
        for y in x:
            if isinstance(y, list):
                yield from fl(y)
            else:
                yield y
    s = 0
    for i in range(n // 8):
        s += sum(fl(m))
    return s


def do_genpipe(n):
    src = (i for i in range(n))
    ev = (x for x in src if x % 2 == 0)
    sq = (x * x for x in ev)
    return sum(sq)


def do_walrus(n):
    it = iter(range(n))
    s = 0
    while (x := next(it, None)) is not None:
        s += x
    return s


def do_lambdasort(n):
    a = [{"k": i * 7919 % 1009, "v": i} for i in range(n // 4)]
    return sorted(a, key=lambda d: (d["k"], -d["v"]))[3]["v"]


def do_minmax(n):
    s = 0
    for i in range(n):
        s += max(i, 5, 7) - min(i, 3) + abs(-i)
    return s


def do_nestedfn(n):

    def outer(x):

        def inner(y):
            return x + y
        return inner(1) + inner(2)
    s = 0
    for i in range(n):
        s += outer(i)
    return s


def do_globalsdict(n):
    s = 0
    for i in range(n):
        s += CONST["a"] + LIM
    return s

CONST = {"a": 1}

LIM = 5


def do_trysuccess(n):
    s = 0
    for i in range(n):
        try:
            s += int(i)
        except ValueError:
            pass
        else:
            s += 1
        finally:
            s += 2
    return s


def do_while_pop(n):
    st = [(0, n // 100)]
    c = 0
    while st:
        a, b = st.pop()
        c += 1
        if b - a > 1:
            m = (a + b) // 2
            st.append((a, m))
            st.append((m, b))
    return c


def do_hanoi(n):

    def h(k, a, b, c):
        return 0 if k == 0 else h(k - 1, a, c, b) + 1 + h(k - 1, c, b, a)
    return h(13, "a", "b", "c")


def do_ackermann(n):

    def ack(m, k):
        return k + 1 if m == 0 else ack(m - 1, 1) if k == 0 else ack(m - 1, ack(m, k - 1))
    return ack(2, 60)


def do_bits(n):
    s = 0
    for i in range(n):
        s += bin(i).count("1") + i.bit_length()
    return s


def do_divmodchain(n):
    s = 0
    for i in range(n):
        m, sec = divmod(i, 60)
        h, m = divmod(m, 60)
        s += h + m + sec
    return s


def do_floatops(n):
    x = 0.5
    for i in range(n):
        x = 3.9 * x * (1 - x)
        y = int(x * 100) // 7
        z = x ** 3 % 1.0
    return y


def do_linereader(n):
    t = "\n".join(("k%d = v%d ; c" % (i, i) for i in range(1000)))
    s = 0
    for _ in range(n // 4000):
        for l in t.split("\n"):
            l = l.split(";")[0].strip()
            if not l or l.startswith("#"):
                continue
            k, _, v = l.partition("=")
            s += len(k.strip()) + len(v.strip())
    return s


def do_json_like(n):

    def enc(o):
        if isinstance(o, dict):
            return "{" + ", ".join(('"%s": %s' % (k, enc(v)) for k, v in o.items())) + "}"
        if isinstance(o, list):
            return "[" + ", ".join((enc(v) for v in o)) + "]"
        if isinstance(o, str):
            return '"' + o.replace('"', '\\"') + '"'
        if o is None:
            return "null"
        return str(o)
    d = {"a": [1, 2.5, None, "x"], "b": {"c": "d"}}
    s = 0
    for i in range(n // 20):
        s += len(enc(d))
    return s


def do_bytesbuild(n):
    b = bytearray()
    for i in range(n):
        b += bytes([i & 255])
        b.extend((1, 2))
    return len(b)


def do_int2bytes(n):
    s = 0
    for i in range(n):
        s += int.from_bytes(i.to_bytes(4, "big"), "little") & 255
    return s


if __name__ == "__main__":
    run([do_construct, do_classmethod, do_sumobjs, do_operators, do_container, do_customexc, do_event,
         do_visitor, do_mixins, do_memodeco, do_getsetattr, do_vars, do_kwdict, do_tuplecmp,
         do_namedkeys, do_insert0, do_slicesassign, do_instr, do_case, do_ordchr, do_caesar,
         do_translate, do_fmtspec, do_repr, do_strnum, do_anyin, do_dictcompobj, do_groupby,
         do_transpose, do_flatten, do_genpipe, do_walrus, do_lambdasort, do_minmax, do_nestedfn,
         do_globalsdict, do_trysuccess, do_while_pop, do_hanoi, do_ackermann, do_bits, do_divmodchain,
         do_floatops, do_linereader, do_json_like, do_bytesbuild, do_int2bytes])
