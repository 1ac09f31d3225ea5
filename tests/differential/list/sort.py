a = [5, 2, 8, 1, 9, 3, 3, 7]
a.sort()
print(a)
a.sort(reverse=True)
print(a)
a.sort(key=lambda x: (x % 3, -x))
print(a)
words = ["banana", "Apple", "cherry", "apple", "fig", "Date"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True))
pairs = [(1, "b"), (0, "a"), (1, "a"), (0, "b"), (1, "c")]
print(sorted(pairs), sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True), sorted(pairs, key=lambda p: p[1]))
print(sorted([3, 1.5, True, 2]), sorted([]), sorted([1]), sorted("hello"), sorted({3: 1, 1: 2}), sorted((2, 1)), sorted(range(5), reverse=True))
big = [(i * 7919) % 1009 for i in range(300)]
s = sorted(big)
print(s == sorted(s), s[:10], s[-10:], all(s[i] <= s[i + 1] for i in range(len(s) - 1)))
print(sorted(big, key=lambda v: v % 10)[:20])
print(sorted(list(range(50)) + list(range(50, 0, -1)))[:12], sorted([float("inf"), -1.5, 0, float("-inf")]))
print(sorted([[2], [1, 5], [1], []]), sorted([(1, [2]), (1, [1])]), sorted([b"b", b"a"]), sorted([False, True, False]))
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: sorted([1, "a"]))
attempt(lambda: sorted([None, 1]))
attempt(lambda: sorted([1j, 2j]))
attempt(lambda: sorted([{}, {}]))
attempt(lambda: sorted(5))
attempt(lambda: sorted([1], key=5))
attempt(lambda: sorted([1, 2], key=lambda: 0))
attempt(lambda: sorted([1, 2], lambda x: x))
attempt(lambda: sorted())
attempt(lambda: sorted([2, 1], key=None))
attempt(lambda: sorted([2, 1], reverse="yes"))
attempt(lambda: [3, 0, 1].sort(key=lambda x: 1 / x))
