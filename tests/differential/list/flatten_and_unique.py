def flatten(x): return [y for e in x for y in (flatten(e) if isinstance(e, list) else [e])]
print(flatten([1, [2, [3, []], [[4]]], 5]), flatten([]), list(dict.fromkeys([3, 1, 3, 2, 1])), [x for i, x in enumerate("abca") if x not in "abca"[:i]])
a = [1, 2, 3, 4, 5, 6]
evens, odds = [], []
for x in a: (odds if x % 2 else evens).append(x)
print(evens, odds, sum(a[::2]), a[1::2] == evens)
