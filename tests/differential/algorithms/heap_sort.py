def sift(a, start, end):
    root = start
    while 2 * root + 1 < end:
        child = 2 * root + 1
        if child + 1 < end and a[child] < a[child + 1]:
            child += 1
        if a[root] >= a[child]:
            return
        a[root], a[child] = a[child], a[root]
        root = child
def heap_sort(a):
    n = len(a)
    for i in range(n // 2 - 1, -1, -1):
        sift(a, i, n)
    for end in range(n - 1, 0, -1):
        a[0], a[end] = a[end], a[0]
        sift(a, 0, end)
    return a
def shell_sort(a):
    gap = len(a) // 2
    while gap:
        for i in range(gap, len(a)):
            x, j = a[i], i
            while j >= gap and a[j - gap] > x:
                a[j] = a[j - gap]
                j -= gap
            a[j] = x
        gap //= 2
    return a
def counting_sort(a):
    lo, hi = min(a), max(a)
    counts = [0] * (hi - lo + 1)
    for x in a:
        counts[x - lo] += 1
    return [lo + i for i, c in enumerate(counts) for _ in range(c)]
def bubble(a):
    swaps = 0
    for i in range(len(a)):
        done = True
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = a[j + 1], a[j]
                swaps += 1
                done = False
        if done:
            break
    return a, swaps
data = [(i * i * 31) % 101 - 50 for i in range(60)]
expected = sorted(data)
print(heap_sort(data[:]) == expected, shell_sort(data[:]) == expected, counting_sort(data) == expected, bubble(data[:])[0] == expected, bubble(data[:])[1])
print(expected[:8], heap_sort(list("sorting")), shell_sort([2.5, 1.5]))
