def perms(a):
    if not a:
        return [[]]
    return [[x] + p for i, x in enumerate(a) for p in perms(a[:i] + a[i + 1:])]
def next_perm(a):
    i = len(a) - 2
    while i >= 0 and a[i] >= a[i + 1]:
        i -= 1
    if i < 0:
        return False
    j = len(a) - 1
    while a[j] <= a[i]:
        j -= 1
    a[i], a[j] = a[j], a[i]
    a[i + 1:] = reversed(a[i + 1:])
    return True
def combos(a, k):
    if k == 0:
        return [()]
    return [(a[i],) + c for i in range(len(a)) for c in combos(a[i + 1:], k - 1)]
def subsets(a):
    return [[x for i, x in enumerate(a) if mask >> i & 1] for mask in range(1 << len(a))]
def product(*seqs):
    result = [()]
    for s in seqs:
        result = [r + (x,) for r in result for x in s]
    return result
print(perms([1, 2, 3]), len(perms(list("abcde"))))
p, all_ = [1, 2, 2, 3], []
while True:
    all_.append(tuple(p))
    if not next_perm(p):
        break
print(len(all_), all_[:4], all_ == sorted(set(all_)))
print(combos("abcd", 2), len(combos(range(10), 4)), subsets("ab"), product("ab", [1, 2]), product())
