# Values around the borders of machine words and of inline integers.
for bits in (15, 16, 30, 31, 32, 47, 48, 49, 50, 52, 53, 60, 61, 62, 63, 64, 65, 127, 128):
    p = 1 << bits
    print(bits, p - 1, p, p + 1, -p - 1, -p, -p + 1)
    print((p - 1) + 1 == p, (-p) - 1 == -(p + 1), (p - 1) * 2 == 2 * p - 2)
    print((p - 1) * (p - 1), -p * p, (p + 1) * (1 - p))
    print(p // 3, -p // 3, p % 7, -p % 7)
x = 1
for i in range(70):
    x = x * 2 + 1
print(x)
y = -1
for i in range(70):
    y = y * 2 - 1
print(y)
total = 0
for i in range(100):
    total += 2**58
print(total)
for i in range(100):
    total -= 2**58
print(total, total == 0)
