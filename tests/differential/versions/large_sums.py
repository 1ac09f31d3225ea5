"""Variables that hold more than an inline int can, and then more than 64 bits: `total += x` goes on where the fast version left."""


def sums(start, step, n):
    total = start
    for i in range(n):
        total += step + i
    return total


def texts(start, n):
    text = start
    for i in range(n):
        text += start
    return text


for start in (0, 2**47, 2**48, 2**48 - 1, -(2**48), 2**62, 2**63 - 5, -(2**63), 2**63, 2**100):
    for step in (1, 2**40, -(2**40), 2**61, -(2**61), 2**70):
        print(start, step, [sums(start, step, n) for n in (0, 1, 2, 5, 50)])
print(texts("ab", 3), texts([1], 2), texts(2**62, 3), texts(2.5, 3), texts((1, 2), 2))
