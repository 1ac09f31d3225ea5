def search(a, x):
    lo, hi = 0, len(a)
    steps = 0
    while lo < hi:
        steps += 1
        mid = (lo + hi) // 2
        if a[mid] < x:
            lo = mid + 1
        else:
            hi = mid
    return (lo if lo < len(a) and a[lo] == x else -1), steps
a = list(range(0, 200, 3))
for x in (0, 3, 99, 100, 198, 500, -5):
    print(x, search(a, x))
def root(n, k):
    lo, hi = 0, n + 1
    while lo + 1 < hi:
        m = (lo + hi) // 2
        if m ** k <= n:
            lo = m
        else:
            hi = m
    return lo
print(root(10**30, 2), root(10**30, 3), root(2**101, 101), root(0, 2), root(1, 5))
def bisect_float(f, lo, hi, eps=1e-12):
    while hi - lo > eps:
        mid = (lo + hi) / 2
        if f(lo) * f(mid) <= 0:
            hi = mid
        else:
            lo = mid
    return round((lo + hi) / 2, 9)
print(bisect_float(lambda x: x * x - 2, 0, 2), bisect_float(lambda x: x ** 3 - x - 2, 1, 2))
