def quicksort(a):
    if len(a) <= 1:
        return a
    pivot = a[len(a) // 2]
    return quicksort([x for x in a if x < pivot]) + [x for x in a if x == pivot] + quicksort([x for x in a if x > pivot])
def partition_sort(a, lo=0, hi=None):
    if hi is None:
        hi = len(a) - 1
    if lo < hi:
        p, i = a[hi], lo
        for j in range(lo, hi):
            if a[j] < p:
                a[i], a[j] = a[j], a[i]
                i += 1
        a[i], a[hi] = a[hi], a[i]
        partition_sort(a, lo, i - 1)
        partition_sort(a, i + 1, hi)
    return a
data = [(i * 7919 + 13) % 257 for i in range(100)]
print(quicksort(data) == sorted(data), partition_sort(data[:]) == sorted(data), quicksort([]), quicksort("hello"))
print(quicksort(data)[:10], partition_sort([3, 1, 2]), quicksort([2.5, -1, 7, 2]))
