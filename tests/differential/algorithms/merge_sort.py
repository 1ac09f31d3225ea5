def merge_sort(a, key=lambda x: x):
    if len(a) < 2:
        return a[:]
    m = len(a) // 2
    left, right = merge_sort(a[:m], key), merge_sort(a[m:], key)
    out, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if key(right[j]) < key(left[i]):
            out.append(right[j])
            j += 1
        else:
            out.append(left[i])
            i += 1
    return out + left[i:] + right[j:]
def inversions(a):
    if len(a) < 2:
        return a, 0
    m = len(a) // 2
    l, x = inversions(a[:m])
    r, y = inversions(a[m:])
    out, count, i = [], x + y, 0
    for v in r:
        while i < len(l) and l[i] <= v:
            out.append(l[i])
            i += 1
        out.append(v)
        count += len(l) - i
    return out + l[i:], count
words = "the quick brown fox jumps over the lazy dog".split()
print(merge_sort(words), merge_sort(words, key=len), merge_sort([5, 3, 9, 1, 5]))
print(inversions([2, 4, 1, 3, 5]), inversions(list(range(10, 0, -1)))[1], inversions([])[1])
