words = "the quick brown fox jumps over the lazy dog and the cat".split()
by_length = {}
for w in words:
    by_length.setdefault(len(w), []).append(w)
print(by_length)
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:4], max(counts, key=counts.get), sum(counts.values()))
inverse = {}
for k, v in counts.items():
    inverse.setdefault(v, set()).add(k)
print({k: sorted(v) for k, v in inverse.items()})
nested = {}
for w in words:
    node = nested
    for ch in w[:3]:
        node = node.setdefault(ch, {})
    node["$"] = w
print(nested["t"]["h"]["e"], sorted(nested))
memo = {}
def ways(n, k):
    if (n, k) in memo:
        return memo[n, k]
    if n == 0:
        r = 1
    elif n < 0 or k == 0:
        r = 0
    else:
        r = ways(n - k, k) + ways(n, k - 1)
    memo[n, k] = r
    return r
print(ways(30, 30), len(memo))
a, b = {"x": 1, "y": 2}, {"y": 3, "z": 4}
print({**a, **b}, a | b, {k: a.get(k, 0) + b.get(k, 0) for k in a.keys() | b.keys()} == {"x": 1, "y": 5, "z": 4}, dict(sorted({**b, **a}.items())), {v: k for k, v in a.items()})
print([*a, *b.values()], [k for k, v in sorted(a.items(), reverse=True)], list(zip(a, b)), dict(enumerate("ab")), min(a.items(), key=lambda p: -p[1]))
