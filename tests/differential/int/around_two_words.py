"""Operators on ints around 2**60, 2**64, 2**120 and 2**127, where one form takes over from another."""
edges = [0, 1, 2, 3, 59, 60]
for power in (47, 48, 59, 60, 61, 62, 63, 64, 65, 119, 120, 121, 125, 126, 127, 128, 180):
    edges += [2**power - 1, 2**power, 2**power + 1]
numbers = sorted(edges + [-n for n in edges] + [6364136223846793005, 0xCBF29CE484222325, 10**38])
total = 0
for a in numbers:
    for b in numbers:
        for result in (a + b, a - b, a * b, a & b, a | b, a ^ b):
            total = (total * 1000003 + result) % 2305843009213693951
        if 0 <= b <= 200:
            total = (total * 1000003 + (a << b) + (a >> b)) % 2305843009213693951
    print(a, total, a * a, a * 2**63, a * -(2**63), a << 64, a + 2**126, a - 2**127)
x = 88172645463325252
h, s, mask = 0xCBF29CE484222325, 1, 0xFFFFFFFFFFFFFFFF
for i in range(2000):
    x ^= (x << 13) & mask
    x ^= x >> 7
    x ^= (x << 17) & mask
    h = ((h ^ (i & 255)) * 0x100000001B3) & mask
    s = s * 6364136223846793005 + 1442695040888963407 & mask
print(x, h, s)
