class O: pass
o = O()
d = {}
l = [0, 0, 0]
o.a, d["k"], l[1], *rest = 1, 2, 3, 4, 5
print(o.a, d, l, rest)
(x, y), [z, *w] = "ab", range(4)
print(x, y, z, w)
a = b = c = []
a.append(1)
print(a, b is c)
*a, = (1, 2)
print(a)
*o.rest, l[0] = "xyz"
print(o.rest, l)
l[0:2] = l[2], "s"
print(l)
for o.a, d["n"] in [(1, 2), (3, 4)]: pass
print(o.a, d)
[a, (b, [c])] = 1, (2, [3])
print(a, b, c)
i = 0
i, l[i] = 2, "at2"
print(i, l)
a, b = b, a
print(a, b)
a, b, c = (c, a, b)
print(a, b, c)
(a), (b) = 1, 2
a, = "q"
() = []
[] = ()
print(a, b)
def multi(): return 1, (2, 3), {"k": 4}
p, (q, r), s = multi()
print(p, q, r, s)
head, *_, tail = range(10)
print(head, tail, len(_))
first, *empty = [1]
print(first, empty)
m, n = {"x": 1, "y": 2}
print(m, n, [k + v for k, v in zip("ab", "cd")], [[u, *v] for u, *v in ["abc", (1, 2)]])
t = 1,
u = 1, 2
v = *u, 3
w = [*u, *v]
print(t, u, v, w, (*t, *u), {**{"a": 1}, **dict(b=2)})
def attempt(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
def f1(): [] = 1,
def f2(): () = [1]
def f3(): a, *b, c, d = 1, 2
def f4(): a, (b, c) = 1, 2
def f5(): a, b = {}
for f in (f1, f2, f3, f4, f5): attempt(f)
