def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
d = {"a": 1, "b": 2, "c": 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), len(v), len(i))
d["d"] = 4
print(k, v, i, "d" in k, 4 in v, ("d", 4) in i, ("d", 5) in i, "d" in i, [1] in v)
print(sorted(k & {"a", "z"}), sorted(k | {"z"}), sorted(k - {"a"}), sorted(k ^ {"a", "z"}), sorted({"a", "q"} - k), sorted(i & {("a", 1)}), k == {"a", "b", "c", "d"}, k == ["a"], k <= {"a", "b", "c", "d", "e"}, k > {"a"}, k.isdisjoint("xyz"), k.isdisjoint(["a"]))
print(i == {("a", 1), ("b", 2), ("c", 3), ("d", 4)}, v == v, d.values() == d.values(), k == d.keys(), sorted(k & ["a", "b"]), type(k & {"a"}).__name__, sorted(k | "xy"))
print(list(reversed(k)), max(v), sum(v), dict(i), [x for x in k], sorted(i, key=lambda p: -p[1]), k.mapping == d, type(k.mapping).__name__)
attempt(lambda: k[0])
attempt(lambda: v[0])
attempt(lambda: k + k)
attempt(lambda: k & 5)
attempt(lambda: v & v)
attempt(lambda: hash(k))
attempt(lambda: k.append(1))
attempt(lambda: {"a": []}.items() | {1})
attempt(lambda: k < 5)
attempt(lambda: len(iter(k)))
print(type(k).__name__, type(v).__name__, type(i).__name__, type(iter(k)).__name__, type(iter(v)).__name__, type(iter(i)).__name__, type(reversed(d)).__name__)
e = {}
print(e.keys(), e.values(), e.items(), bool(e.keys()))
