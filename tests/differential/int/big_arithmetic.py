a = 123456789012345678901234567890
b = -987654321098765432109876543210
c = 2 ** 200 + 12345
values = [a, b, c, 2**64, -2**64, 2**63 - 1, -2**63, 1, -1, 10**40]
for x in values:
    for y in values:
        print(x + y, x - y, x * y)
        print(x // y, x % y, divmod(x, y))
        assert (x // y) * y + x % y == x
for x in values:
    print(-x, +x, abs(x), ~x, x == x + 0, hash(x) == hash(x + 0))
print(a ** 5)
print(b ** 3)
print(c * c - c * c)
print((10**50 + 1) % 97, (10**50 + 1) // 10**49)
