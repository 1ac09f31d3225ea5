def digits_of_pi(n):
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    out = []
    while len(out) < n:
        if 4 * q + r - t < m * t:
            out.append(m)
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return "".join(map(str, out))
print(digits_of_pi(60))
def e_digits(n):
    scale = 10 ** (n + 5)
    total = term = scale
    k = 1
    while term:
        term //= k
        total += term
        k += 1
    return str(total)[:n]
print(e_digits(60))
def isqrt(n):
    x = n
    y = (x + 1) // 2
    while y < x:
        x, y = y, (y + n // y) // 2
    return x
print(isqrt(2 * 10**80), isqrt(10**41 - 1))
a, b = 1, 1
for _ in range(300):
    a, b = b, a + b
print(a)
f = 1
for i in range(1, 61):
    f *= i
print(f, sum(map(int, str(f))), len(str(2**1000)), sum(map(int, str(2**1000))))
def egcd(a, b):
    return (a, 1, 0) if b == 0 else (lambda g, x, y: (g, y, x - a // b * y))(*egcd(b, a % b))
print(egcd(240, 46), egcd(10**30 + 57, 10**15 + 37))
n, e, m = 3233 * (10**9 + 7), 17, 123456
print(pow(m, e, n), pow(pow(m, 17, 3233), 413, 3233) == m % 3233)
print(int("9" * 50) * int("8" * 50), 3**200 // 7**50, -(2**200) % 10**9, (1 << 200) - 1 & 0xFFFF << 100)
