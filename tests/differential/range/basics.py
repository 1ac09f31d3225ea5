def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for r in (range(5), range(0), range(-3), range(2, 7), range(7, 2), range(0, 10, 3), range(10, 0, -3), range(0, -5, -1), range(1, 2, 100), range(10**20, 10**20 + 5, 2)):
    print(r, list(r), len(r), bool(r), list(reversed(r)), r[-1] if r else None, r.start, r.stop, r.step, hash(r) == hash(range(r.start, r.stop, r.step)))
r = range(0, 100, 7)
print(r[2], r[-2], r[2:5], r[::-1], r[::2], r[5:2], r[-3:], 49 in r, 50 in r, -7 in r, 49.0 in r, "a" in r, r.index(49), r.count(49), r.count(50), r.count("x"), min(r), max(r), sum(r))
print(range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2], range(3) == range(0, 3), range(3) != range(4), {range(3): 1}[range(0, 3, 1)], True in range(2), range(True), range(5)[True])
attempt(lambda: range())
attempt(lambda: range(1, 2, 3, 4))
attempt(lambda: range(1.5))
attempt(lambda: range("a"))
attempt(lambda: range(1, 5, 0))
attempt(lambda: range(5)[5])
attempt(lambda: range(5)[-6])
attempt(lambda: range(5)["a"])
attempt(lambda: range(5).index(9))
attempt(lambda: range(5).index("x"))
attempt(lambda: range(5) + range(5))
attempt(lambda: range(stop=5))
attempt(lambda: range(5).start(1))
attempt(lambda: range(None))
attempt(lambda: len(range(10**30)))
attempt(lambda: range(10**30)[10**29])
attempt(lambda: range(5) < range(6))
def f():
    range(5).start = 1
attempt(f)
it = iter(range(3))
print(next(it), list(it), type(it).__name__, type(iter(range(10**20))).__name__, next(iter(range(10**20, 10**21))))
for i in range(3):
    i += 10
    print(i, end=" ")
print(i, [i for i in range(5) if i != 2], list(range(5, -1, -1)), *range(3), sep=",")
