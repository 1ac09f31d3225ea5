for n in (0, 1, 6, 12, 255, 1023, 2**40 + 8):
    print(n, bin(n), n & -n, n & (n - 1), bin(n).count("1"), n.bit_length(), n ^ (n >> 1), int(bin(n)[2:][::-1], 2))
def pow2(n): return n > 0 and n & (n - 1) == 0
print([n for n in range(70) if pow2(n)])
def swap(a, b):
    a ^= b; b ^= a; a ^= b
    return a, b
print(swap(5, 9), swap(-3, 2**70))
mask = 0
for i in (1, 3, 5, 64): mask |= 1 << i
print(mask, [i for i in range(70) if mask >> i & 1], ~mask & 0xFF)
