def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[0:2] = b"\0\0"
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            flags[i * i::i] = bytes(len(flags[i * i::i]))
    return [i for i, f in enumerate(flags) if f]
def factor(n):
    out = {}
    p = 2
    while p * p <= n:
        while n % p == 0:
            out[p] = out.get(p, 0) + 1
            n //= p
        p += 1 if p == 2 else 2
    if n > 1:
        out[n] = out.get(n, 0) + 1
    return out
ps = sieve(2000)
print(len(ps), ps[:15], ps[-5:], sum(ps))
for n in (1, 2, 12, 97, 360, 1001, 2**20, 999983, 600851475143):
    f = factor(n)
    print(n, f, "*".join(f"{p}^{e}" if e > 1 else str(p) for p, e in f.items()) or "1")
def totient(n):
    r = n
    for p in factor(n):
        r = r // p * (p - 1)
    return r
print([totient(n) for n in range(1, 20)])
print([n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n])
print([(p, p + 2) for p in ps[:60] if p + 2 in ps])
goldbach = {n: next((p, n - p) for p in ps if n - p in ps) for n in range(4, 40, 2)}
print(goldbach)
