def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class Count:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return CountIter(self.n)
class CountIter:
    def __init__(self, n):
        self.i, self.n = 0, n
    def __iter__(self):
        return self
    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i
class OldStyle:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError(i)
        return i * 10
class NotIter:
    def __iter__(self):
        return 5
class NoIter:
    __iter__ = None
class Raises:
    def __iter__(self):
        raise ValueError("no iter")
class NextRaises:
    def __iter__(self):
        return self
    def __next__(self):
        raise KeyError("next")
c = Count(4)
print(list(c), list(c), tuple(c), sum(c), max(c), sorted(c, reverse=True), [*c], 3 in c, 9 in c, dict(zip(c, "abcd")), list(map(str, c)), list(enumerate(c, 5)), list(zip(c, c)), "-".join(map(str, c)))
a, b, *r = c
print(a, b, r, list(OldStyle()), 20 in OldStyle(), list(reversed([1, 2])), [x for x in OldStyle()], max(OldStyle()))
for x in c:
    for y in c:
        if y > x:
            break
        print(x * y, end=" ")
print()
attempt(lambda: list(NotIter()))
attempt(lambda: iter(NotIter()))
attempt(lambda: list(NoIter()))
attempt(lambda: iter(NoIter()))
attempt(lambda: list(Raises()))
attempt(lambda: list(NextRaises()))
attempt(lambda: iter(5))
attempt(lambda: iter(object()))
attempt(lambda: next(5))
attempt(lambda: next([]))
attempt(lambda: next(iter([])))
attempt(lambda: next(iter([]), "default"))
attempt(lambda: iter())
attempt(lambda: iter([], 1))
attempt(lambda: reversed(5))
attempt(lambda: reversed({1}))
attempt(lambda: list(reversed(Count(3))))
attempt(lambda: 1 in NoIter())
attempt(lambda: 1 in object())
def f():
    for x in 5:
        pass
def g():
    for x, y in [1]:
        pass
def h():
    for x, y in [(1, 2, 3)]:
        pass
attempt(f)
attempt(g)
attempt(h)
n = 0
def ticker():
    global n
    n += 1
    return n
print(list(iter(ticker, 4)), n, type(iter(ticker, 0)).__name__)
it = iter([1, 2, 3])
print(it is iter(it), next(it), list(it), next(it, None), it.__length_hint__() if hasattr(it, "__length_hint__") else 0)
