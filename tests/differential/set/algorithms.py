def primes(n):
    candidates = set(range(2, n))
    for p in range(2, int(n ** 0.5) + 1):
        if p in candidates:
            candidates -= set(range(p * p, n, p))
    return sorted(candidates)
print(primes(60))
graph = {"a": {"b", "c"}, "b": {"d"}, "c": {"d", "e"}, "d": {"f"}, "e": {"f"}, "f": set(), "z": {"a"}}
def reachable(start):
    seen, todo = set(), [start]
    while todo:
        node = todo.pop()
        if node not in seen:
            seen.add(node)
            todo.extend(graph[node] - seen)
    return seen
for n in sorted(graph):
    print(n, sorted(reachable(n)), sorted(m for m in graph if n in graph[m]))
seen = set()
dups = [x for x in [1, 2, 1, 3, 2, 1] if x in seen or seen.add(x)]
print(dups, sorted(seen))
def unique(seq):
    seen = set()
    return [x for x in seq if not (x in seen or seen.add(x))]
print(unique("mississippi"), unique([3, 1, 3, 2, 1]))
s = set(range(1000))
for i in range(0, 1000, 2):
    s.remove(i)
for i in range(5000, 5010):
    s.add(i)
print(len(s), sum(s), min(s), max(s), 500 in s, 501 in s, sorted(s)[:5], sorted(s)[-3:])
common = set("hello") & set("world")
print(sorted(common), sorted(set("hello") - set("world")), sorted(set.intersection(*[set(w) for w in ("abc", "bcd", "cde")])), sorted(set().union(*["ab", "bc"])))
while s:
    s.pop()
print(s)
