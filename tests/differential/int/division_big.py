# Long division: quotients and remainders of every sign and of many lengths.
seed = 12345
def rnd(bits):
    global seed
    r = 0
    for _ in range(bits // 16 + 1):
        seed = (seed * 1103515245 + 12345) % 2**31
        r = (r << 16) | (seed >> 8 & 0xFFFF)
    return r & ((1 << bits) - 1)
for bits_a, bits_b in ((64, 32), (65, 33), (128, 64), (200, 60), (300, 150), (500, 490), (500, 20), (1000, 999), (1000, 3)):
    a, b = rnd(bits_a), rnd(bits_b) | 1
    for x, y in ((a, b), (-a, b), (a, -b), (-a, -b)):
        q, r = divmod(x, y)
        assert q * y + r == x and (r == 0 or (r < 0) == (y < 0)) and abs(r) < abs(y)
        print(q, r)
print((2**128 - 1) // (2**64 - 1), (2**128) % (2**64 - 1), (2**192 - 1) // (2**64 + 1))
print(10**100 // 10**99, 10**100 % 10**99, (10**100 - 1) // 10**50)
print(10**30 / 10**10, 1 / 10**300, 10**400 / 10**399, 3 / 2**80, 2**1000 / 3**600)
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: 10**400 / 1)
attempt(lambda: float(10**400))
attempt(lambda: 10**400 * 1.0)
attempt(lambda: 1.0 + 10**400)
