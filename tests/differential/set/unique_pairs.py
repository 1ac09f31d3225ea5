pairs = {(min(a, b), max(a, b)) for a in range(4) for b in range(4) if a != b}
print(sorted(pairs), len({frozenset((a, b)) for a in "xyz" for b in "xyz"}), sorted({len(w) for w in "a bb cc ddd".split()}))
seen, first = set(), None
for x in [3, 1, 4, 1, 5, 3]:
    if x in seen:
        first = x
        break
    seen.add(x)
print(first, sorted(seen), {1, 2} | {2, 3} == {1, 2, 3}, bool({0}), not set())
