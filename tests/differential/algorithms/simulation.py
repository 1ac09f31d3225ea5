class Lcg:
    def __init__(self, seed):
        self.s = seed
    def __call__(self, n):
        self.s = (self.s * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.s >> 33) % n
r = Lcg(42)
print([r(100) for _ in range(15)])
def shuffle(a, r):
    for i in range(len(a) - 1, 0, -1):
        j = r(i + 1)
        a[i], a[j] = a[j], a[i]
    return a
deck = shuffle([s + v for s in "SHDC" for v in "A23456789TJQK"], Lcg(7))
print(deck[:13])
counts = [0] * 6
for _ in range(6000):
    counts[r(6)] += 1
print(counts, sum(counts), all(900 < c < 1100 for c in counts))
def walk(steps, r):
    x = y = far = 0
    for _ in range(steps):
        dx, dy = ((1, 0), (-1, 0), (0, 1), (0, -1))[r(4)]
        x, y = x + dx, y + dy
        far = max(far, abs(x) + abs(y))
    return x, y, far
print([walk(1000, Lcg(s)) for s in range(4)])
inside = sum((r(10000) / 10000) ** 2 + (r(10000) / 10000) ** 2 <= 1 for _ in range(20000))
print(abs(inside / 5000 - 3.14159) < 0.05)
def queue_sim(n, r):
    clock, server, waits = 0, 0, []
    for _ in range(n):
        clock += r(10)
        start = max(clock, server)
        waits.append(start - clock)
        server = start + r(9)
    return max(waits), sum(waits) / n
print(queue_sim(500, Lcg(3)))
