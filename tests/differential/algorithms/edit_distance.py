def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(previous + (x != y), row[j] + 1, row[j - 1] + 1)
    return row[-1]
def lcs(a, b):
    t = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            t[i + 1][j + 1] = t[i][j] + x if x == y else max(t[i][j + 1], t[i + 1][j], key=len)
    return t[-1][-1]
def lis(a):
    best = []
    for x in a:
        best.append(max(([*b, x] for b in best if b[-1] < x), key=len, default=[x]))
    return max(best, key=len)
for a, b in (("kitten", "sitting"), ("", "abc"), ("flaw", "lawn"), ("same", "same"), ("intention", "execution"), ("日本語", "日本人")):
    print(a, b, distance(a, b), lcs(a, b))
print(lis([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]), lis([5, 4, 3]), lis([0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13]))
def palindromes(s):
    found = set()
    for c in range(len(s)):
        for l, r in ((c, c), (c, c + 1)):
            while l >= 0 and r < len(s) and s[l] == s[r]:
                found.add(s[l:r + 1])
                l, r = l - 1, r + 1
    return sorted(found, key=lambda p: (-len(p), p))
print(palindromes("abacabad"), palindromes("aaa"), palindromes(""))
