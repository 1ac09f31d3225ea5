def rotate(a, k):
    k %= len(a) or 1
    return a[-k:] + a[:-k] if k else a[:]
def chunks(a, n): return [a[i:i + n] for i in range(0, len(a), n)]
a = list(range(7))
print([rotate(a, k) for k in (0, 1, 3, 7, -1, 100)], rotate([], 3), chunks(a, 3), chunks([], 2), chunks("abcdefg", 4))
print([a[i::3] for i in range(3)], list(zip(a, a[1:])), [a[:i] for i in range(3)], [x for p in chunks(a, 2) for x in reversed(p)])
