def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
s = {3, 1, 2}
print(sorted(s), len(s), 1 in s, 9 in s, s == {1, 2, 3}, s != {1}, bool(set()), set(), frozenset(), {1}, frozenset({1}), {(1, 2)}, repr({"a"}))
s.add(4)
s.add(1)
s.discard(99)
s.discard(2)
s.remove(1)
print(sorted(s), sorted(s.copy()), s.copy() is s)
s.update([7, 8], (9,), "a")
print(len(s), s.pop() in {3, 4, 7, 8, 9, "a"})
s.clear()
print(s)
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, a.union(b, [9]), a.intersection(b, {3}), a.difference(b, [1]), a.symmetric_difference(b))
print(a <= b, {3} <= a, {3} < a, a < a, a <= a, a >= {1}, a > {1, 2, 3, 4}, a.issubset(range(10)), a.issuperset([1, 2]), a.isdisjoint({9}), a.isdisjoint([1]))
c = set(a)
c |= {10}
c &= {1, 2, 10}
c -= {1}
c ^= {2, 5}
print(sorted(c))
c.intersection_update([5, 10, 11])
c.difference_update([10])
c.symmetric_difference_update([7])
print(sorted(c))
print(set("hello") == {"h", "e", "l", "o"}, set([1, 1, 2]), set(range(3)), {*[1, 2], *(2, 3)}, {1, True, 1.0}, {0, False}, set({1: 2}))
attempt(lambda: {[]})
attempt(lambda: s.add({}))
attempt(lambda: s.remove(5))
attempt(lambda: set().pop())
attempt(lambda: [] in s)
attempt(lambda: {1} in {frozenset({1})})
attempt(lambda: {1} | [2])
attempt(lambda: {1} & "a")
attempt(lambda: {1} - 5)
attempt(lambda: {1} < [1])
attempt(lambda: {1} + {2})
attempt(lambda: set(5))
attempt(lambda: set(1, 2))
attempt(lambda: hash({1}))
attempt(lambda: s[0])
attempt(lambda: {1}.union(5))
attempt(lambda: s.add())
attempt(lambda: s.nope)
attempt(lambda: {1, 2} == [1, 2])
def grow():
    s = {1}
    for x in s:
        s.add(x + 1)
def f():
    s = {1}
    s |= [2]
attempt(grow)
attempt(f)
