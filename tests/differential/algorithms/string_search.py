def naive(t, p):
    return [i for i in range(len(t) - len(p) + 1) if t[i:i + len(p)] == p]
def kmp(t, p):
    fail, k = [0], 0
    for i in range(1, len(p)):
        while k and p[i] != p[k]:
            k = fail[k - 1]
        k += p[i] == p[k]
        fail.append(k)
    out, k = [], 0
    for i, c in enumerate(t):
        while k and (k == len(p) or c != p[k]):
            k = fail[k - 1]
        k += c == p[k]
        if k == len(p):
            out.append(i - k + 1)
    return out
def rabin_karp(t, p, base=257, mod=10**9 + 7):
    n, m = len(t), len(p)
    if m > n:
        return []
    h, power = 0, pow(base, m - 1, mod)
    target = 0
    for i in range(m):
        h = (h * base + ord(t[i])) % mod
        target = (target * base + ord(p[i])) % mod
    out = []
    for i in range(n - m + 1):
        if h == target and t[i:i + m] == p:
            out.append(i)
        if i + m < n:
            h = ((h - ord(t[i]) * power) * base + ord(t[i + m])) % mod
    return out
def find_all(t, p):
    out, i = [], t.find(p)
    while i != -1:
        out.append(i)
        i = t.find(p, i + 1)
    return out
for t, p in (("abracadabra", "abra"), ("aaaaa", "aa"), ("mississippi", "issi"), ("日本日本日", "日本"), ("abc", "abcd"), ("x" * 50 + "y", "xy")):
    r = naive(t, p)
    print(p, r, kmp(t, p) == r, rabin_karp(t, p) == r, find_all(t, p) == r)
