def count(n):
    print("start")
    i = 0
    while i < n:
        yield i
        i += 1
    print("end")
    return "result"
g = count(2)
print(type(g).__name__, g.__name__, g.__qualname__, iter(g) is g)
print(next(g), next(g))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value, e.args)
try:
    next(g)
except StopIteration as e:
    print("stop again", e.value)
print(next(g, "default"), list(count(3)), sum(count(4)), [*count(1)], tuple(count(0)), max(count(3)))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
f = fib()
print([next(f) for _ in range(15)])
for x in fib():
    if x > 100:
        break
    print(x, end=" ")
print()
def empty():
    return
    yield
print(list(empty()), list(x for x in []))
def two():
    yield
    yield None
    yield (1, 2)
    yield 3, 4
print(list(two()))
def nested(n):
    if n:
        for x in nested(n - 1):
            yield x
            yield -x - 1
    else:
        yield n
print(list(nested(4)))
a, b, *c = count(5)
print(a, b, c)
g1, g2 = count(3), count(3)
print(next(g1), next(g1), next(g2), list(zip(g1, g2)))
print(3 in count(10), dict(zip("ab", count(2))), "".join(c for c in "abc" if c != "b"))
