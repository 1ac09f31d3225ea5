"""Operators on ints around one, two and three machine words, against sums of their parts."""


class Odd(int):
    def __add__(self, other):
        return "odd"

    def __rand__(self, other):
        return "rand"


edges = [0, 1, -1, 2, 7, -7, 2**48 - 1, 2**48, -2**48, -2**48 - 1, 2**59, 2**60 - 1, 2**60, -2**60, 2**61 + 5, 2**62, 2**63 - 1,
         2**63, -2**63, -2**63 - 1, 2**64, 2**64 + 1, 2**96 - 3, 2**119, 2**120 - 1, -2**120 + 1, 2**120, -2**120, 2**121, 2**180 + 9]


def compute(a, b):
    return [a + b, a - b, a * b, a & b, a | b, a ^ b] + ([a // b, a % b] if b else [])


def inplace(a, b):
    x = y = z = u = v = w = a
    x += b
    y -= b
    z *= b
    u &= b
    v |= b
    w ^= b
    return [x, y, z, u, v, w]


checksum = 0
for a in edges:
    for b in edges:
        values = compute(a, b)
        assert values[:6] == inplace(a, b)
        if b:
            assert values[6] * b + values[7] == a and (values[7] == 0 or (values[7] < 0) == (b < 0))
        for value in values:
            checksum = (checksum * 31 + value) % (10**18 + 9)
print(checksum)
for a in edges:
    print([hex(a << n) for n in (0, 1, 13, 47, 61, 62, 63, 120)][a % 8], [a >> n for n in (0, 1, 48, 59, 60, 61, 119, 130)])
for a, b in ((2**64, 0), (5, 0), (2**48, 0)):
    for operation in (lambda x, y: x // y, lambda x, y: x % y, lambda x, y: x / y):
        try:
            print(operation(a, b))
        except ZeroDivisionError as error:
            print(error)
for count in (-1, -2**70):
    try:
        print(2**64 >> count)
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
print(2**64 >> 2**70, -2**64 >> 2**70, 5 >> 2**64)
big = Odd(2**70)
print(big + 1, 1 + big, 2**64 & big, big - 1, big & 2**70, type(big | 0), True + 2**60, 2**60 & True, 2**64 * False)
seed = 1234
for _ in range(5):
    seed = (seed * 25214903917 + 11) & 0xFFFFFFFFFFFF
    print(seed, (seed >> 17) % 1000, -seed * seed % 97, seed << 20 | 1)
