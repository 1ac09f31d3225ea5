# skip-stress: takes minutes when each allocation collects
def collatz_longest(limit):
    best = (0, 0)
    cache = {1: 1}
    for start in range(1, limit):
        n, path = start, []
        while n not in cache:
            path.append(n)
            n = n // 2 if n % 2 == 0 else 3 * n + 1
        length = cache[n]
        for m in reversed(path):
            length += 1
            cache[m] = length
        if cache[start] > best[0]:
            best = cache[start], start
    return best, len(cache)
print(collatz_longest(20000))
class Particle:
    def __init__(self, i): self.x, self.v = i * 1.5, (-1) ** i * 0.25
    def step(self, dt):
        self.x += self.v * dt
        if not 0 <= self.x <= 50: self.v = -self.v
ps = [Particle(i) for i in range(20)]
for _ in range(2000):
    for p in ps: p.step(0.5)
print([round(p.x, 3) for p in ps[:6]], round(sum(p.x for p in ps), 6))
def lcs_len(a, b):
    row = [0] * (len(b) + 1)
    for x in a:
        prev = 0
        for j, y in enumerate(b, 1):
            prev, row[j] = row[j], prev + 1 if x == y else max(row[j], row[j - 1])
    return row[-1]
print(lcs_len("ACGT" * 60, "GATTACA" * 35))
words = {}
for i in range(40000):
    w = "w" + str(i * 7919 % 5003)
    words[w] = words.get(w, 0) + 1
print(len(words), max(words.values()), sum(words.values()))
x = y = 0
for i in range(60000):
    try:
        if i % 1000 == 0: raise ValueError(i)
        x += i & 15
    except ValueError as e:
        y += e.args[0]
print(x, y)
