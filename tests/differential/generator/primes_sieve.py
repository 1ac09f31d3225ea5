def primes():
    composites = {}
    n = 2
    while True:
        if n in composites:
            for p in composites.pop(n): composites.setdefault(n + p, []).append(p)
        else:
            yield n
            composites[n * n] = [n]
        n += 1
g = primes()
print([next(g) for _ in range(20)], next(p for p in primes() if p > 100))
def take_while(f, it):
    for x in it:
        if not f(x): return
        yield x
print(list(take_while(lambda p: p < 30, primes())), sum(take_while(lambda p: p < 500, primes())))
