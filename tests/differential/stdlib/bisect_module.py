import bisect
a = [1, 3, 3, 5, 7]
for x in (0, 1, 3, 4, 7, 9):
    print(x, bisect.bisect_left(a, x), bisect.bisect_right(a, x), bisect.bisect(a, x), bisect.bisect_left(a, x, 2), bisect.bisect_right(a, x, 1, 3))
bisect.insort(a, 4)
bisect.insort_left(a, 3)
bisect.insort_right(a, 3.5)
print(a)
grades = lambda s: "FDCBA"[bisect.bisect([60, 70, 80, 90], s)]
print([grades(s) for s in (33, 60, 77, 89, 90, 100)])
rows = [("a", 1), ("b", 5), ("c", 9)]
print(bisect.bisect_left(rows, 5, key=lambda r: r[1]), bisect.bisect_right(rows, 5, key=lambda r: r[1]))
bisect.insort(rows, ("x", 6), key=lambda r: r[1])
print(rows)
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: bisect.bisect(a, 1, -1))
attempt(lambda: bisect.bisect(a, "x"))
attempt(lambda: bisect.bisect(5, 1))
print(bisect.bisect([], 1), bisect.bisect_left("abcd", "c"), bisect.bisect(range(0, 100, 10), 35))
