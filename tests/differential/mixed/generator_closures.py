def make():
    count = 0
    def gen(n):
        nonlocal count
        for i in range(n):
            count += 1
            got = yield i * count
            if got:
                count = got
    return gen, lambda: count
gen, count = make()
g1, g2 = gen(3), gen(3)
print(next(g1), next(g2), next(g1), count())
print(g2.send(100), next(g1, "end"), list(g2), count())
def chain(*fs):
    for f in fs:
        yield from (f(x) for x in range(3))
print(list(chain(lambda x: x, lambda x: x * 10, str)))
def accumulate(it, f=lambda a, b: a + b):
    it = iter(it)
    total = next(it)
    yield total
    for x in it:
        total = f(total, x)
        yield total
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4], max)), list(accumulate("abc")))
def tee(it, n=2):
    queues = [[] for _ in range(n)]
    it = iter(it)
    def one(q):
        while True:
            if not q:
                try:
                    x = next(it)
                except StopIteration:
                    return
                for other in queues:
                    other.append(x)
            yield q.pop(0)
    return tuple(one(q) for q in queues)
a, b = tee(x * x for x in range(4))
print(next(a), next(a), list(b), list(a))
