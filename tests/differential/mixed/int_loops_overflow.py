def power_of_two(n):
    x = 1
    for _ in range(n):
        x = x + x
    return x
print([power_of_two(n) for n in (46, 47, 48, 49, 50, 61, 62, 63, 64, 65, 100)])
def factorials(n):
    x = 1
    for i in range(1, n + 1):
        x *= i
        yield x
print(list(factorials(25)))
def down(x, steps):
    for _ in range(steps):
        x -= 2**46
    return x
print(down(0, 10), down(2**49, 20), down(-2**48, 3), down(2**63, 5))
def shifts(x):
    return [x << n for n in (0, 10, 40, 47, 48, 60, 64)], [x >> n for n in (0, 1, 40, 70)]
for x in (1, -1, 3, 2**48 - 1, -2**48, 12345678901234567890):
    print(shifts(x))
def mults():
    for a in (2**24, 2**24 + 1, 2**25 - 1, 2**31, 2**32 - 1, 3037000500):
        for b in (2**23, 2**24, 2**25, -2**31, 3037000499):
            yield a * b
print(list(mults()))
total = 0
for i in range(100000):
    total += i * i
print(total)
h = 0
for c in "the quick brown fox" * 20:
    h = (h * 31 + ord(c)) & 0xFFFFFFFFFFFFFFFF
print(h)
x = 6364136223846793005
for _ in range(5):
    x = (x * 6364136223846793005 + 1442695040888963407) % 2**64
    print(x, x >> 33, x & 0xFFFF, -x // 7)
