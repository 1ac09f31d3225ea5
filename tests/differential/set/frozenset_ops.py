def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
f = frozenset([1, 2, 3])
g = frozenset([3, 4])
print(f | g, f & g, f - g, f ^ g, f == {1, 2, 3}, {1, 2, 3} == f, hash(f) == hash(frozenset([3, 2, 1])), {f: "v"}[frozenset((1, 2, 3))], f in {f}, {1, 2, 3} in {f})
print(type(f | {9}).__name__, type({9} | f).__name__, type(f.union([1])).__name__, f.copy() is f, frozenset(f) is f, f.issubset({1, 2, 3, 4}), f.isdisjoint(g), sorted(f), len(f), max(f))
print(frozenset(), frozenset("a"), frozenset([frozenset()]), frozenset([1]) < frozenset([1, 2]), f.difference([1]), f.intersection("a"), f.symmetric_difference([1, 9]) == {2, 3, 9})
attempt(lambda: f.add(1))
attempt(lambda: f.pop())
attempt(lambda: frozenset(5))
attempt(lambda: frozenset([[]]))
attempt(lambda: f | [1])
attempt(lambda: f + g)
attempt(lambda: f[0])
h = f
h |= {7}
print(sorted(h), h is f, f)
powerset = [frozenset()]
for x in "abc":
    powerset += [s | {x} for s in powerset]
print(sorted(sorted(s) for s in powerset), len(set(powerset)))
class FS(frozenset):
    def __repr__(self):
        return "FS" + str(sorted(self))
print(FS([2, 1]), FS([1]) | FS([2]), type(FS([1]) | FS([2])).__name__, FS([1]) == {1}, hash(FS([1])) == hash(frozenset([1])))
class S(set):
    pass
s = S([1, 2])
s.label = "x"
print(s, s.label, type(s | {3}).__name__, type(s.copy()).__name__, s == {1, 2}, repr(S()), S([1]) | S([5]))
