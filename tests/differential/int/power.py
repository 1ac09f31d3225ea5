def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for b in (-3, -2, -1, 0, 1, 2, 3, 10):
    for e in (0, 1, 2, 3, 10, 33):
        print(b, e, b ** e, pow(b, e))
for b in (2, -2, 5, 10):
    for e in (-1, -2, -3):
        print(b ** e)
for b in (2, 3, 10, -7, 123456789):
    for e in (0, 1, 5, 100, 1000):
        for m in (1, 2, 7, 1000, -7, 10**9 + 7):
            print(pow(b, e, m), end=" ")
        print()
print(pow(3, -1, 7), pow(10, -3, 101), pow(-4, -1, 9))
attempt(lambda: pow(2, -1, 4))
attempt(lambda: pow(2, 3, 0))
attempt(lambda: pow(2, 3.0, 5))
attempt(lambda: pow(2.0, 3, 5))
attempt(lambda: pow("a", 2))
attempt(lambda: pow(2, "a", 3))
attempt(lambda: pow(2))
attempt(lambda: pow(base=3, exp=4))
attempt(lambda: pow(base=3, exp=4, mod=5))
attempt(lambda: 2 ** 0.5)
attempt(lambda: (-8) ** 2)
attempt(lambda: -8 ** 2)
attempt(lambda: 2 ** 3 ** 2)
print(7 ** 77)
print(pow(2, 1000, 10**20))
