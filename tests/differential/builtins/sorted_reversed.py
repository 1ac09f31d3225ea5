print(sorted([3, 1, 2]), sorted("hello"), sorted((3, 1), reverse=True), sorted({"b": 1, "a": 2}), sorted({3, 1}), sorted(["bb", "a", "ccc"], key=len), sorted([("a", 2), ("b", 1)], key=lambda p: p[1]), sorted(x * x for x in (-2, 1, 0)))
print(list(reversed([1, 2])), list(reversed("abc")), list(reversed(range(3))), list(reversed({"a": 1, "b": 2})), "".join(reversed("xyz")))
people = [("ann", 30), ("bob", 25), ("cid", 30), ("dan", 25)]
print(sorted(people, key=lambda p: (p[1], p[0])), sorted(people, key=lambda p: (-p[1], p[0])), sorted(people, key=lambda p: p[1], reverse=True))
print(sorted(sorted(people, reverse=True), key=lambda p: p[1]))
class R:
    def __reversed__(self): return iter("custom")
class S:
    def __len__(self): return 3
    def __getitem__(self, i): return i * i
print(list(reversed(R())), list(reversed(S())))
data = [5, 3, 9, 1]
s = sorted(data)
print(data, s, sorted(data) == s, sorted([], key=len), sorted([None], key=str), sorted([[], [1], [0, 5]], key=len), sorted(["B", "a", "C"], key=str.casefold))
print(sorted([True, 0, 2, False]), sorted([0.5, 1, -1]), sorted([(1, 2), (1,), ()]), sorted(["é", "e", "z"]), sorted([b"b", b"a"]), sorted(map(abs, [-3, 1, -2])), sorted("a1B2", key=lambda c: (c.isdigit(), c.lower())))
print(max(sorted(data)[1:]), min(reversed(data)), sum(sorted(data)[:2]), [*reversed(sorted(data))], sorted(zip("ba", [1, 2])), sorted(enumerate("ba"), key=lambda p: p[1]), dict(sorted({"z": 1, "a": 2}.items())))
