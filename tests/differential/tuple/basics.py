def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
t = (1, "a", 2.5)
print(t, len(t), t[0], t[-1], t[1:], t[::-1], t + (3,), t * 2, 2 * t, t == (1, "a", 2.5), t < (2,), "a" in t, t.index("a"), t.count(1), hash((1, 2)) == hash((1, 2)), bool(()), bool((0,)))
print((), (1,), 1, (1, 2), ((),), ((1,),), tuple(), tuple([1, 2]), tuple("ab"), tuple({1: 2}), tuple(range(3)), (1, (2, [3])), repr(("x",)))
print(t is tuple(t), t[:] == t, {(1, 2): "k"}[1, 2], (1, 2) + () == (1, 2), () < (0,), (1, 2) < (1, 3), (1, 2) == [1, 2])
attempt(lambda: t[3])
attempt(lambda: t["a"])
attempt(lambda: t[1.0])
attempt(lambda: t.index(9))
attempt(lambda: t + [1])
attempt(lambda: t * 1.5)
attempt(lambda: t < 5)
attempt(lambda: (1, "a") < (1, 2))
attempt(lambda: hash(([],)))
attempt(lambda: t.append(1))
attempt(lambda: tuple(5))
attempt(lambda: tuple(1, 2))
attempt(lambda: t())
attempt(lambda: t.index())
attempt(lambda: t[::0])
def f1():
    t[0] = 1
def f2():
    del t[0]
def f3():
    t.x = 1
def f4():
    global t
    t += [1]
def f5():
    x = ([1],)
    x[0] += [2]
for f in (f1, f2, f3, f4, f5):
    attempt(f)
x = ([1],)
try:
    x[0] += [2]
except TypeError as e:
    print(e, x)
t += (4,)
print(t)
class P(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))
    @property
    def x(self):
        return self[0]
p = P(1, 2)
print(p, p.x, type(p).__name__, p == (1, 2), p + (3,), type(p + (3,)).__name__, type(p[:]).__name__, hash(p) == hash((1, 2)), len(p), list(p))
def multi():
    return 1, 2, *[3, 4]
print(multi(), type(multi()).__name__)
