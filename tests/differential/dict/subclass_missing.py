class Default(dict):
    def __init__(self, factory, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.factory = factory
    def __missing__(self, key):
        print("missing", key)
        self[key] = value = self.factory()
        return value
d = Default(list, a=[1])
d["a"].append(2)
d["b"].append(3)
print(d, d["b"], d.get("c"), "c" in d, len(d), type(d.copy()).__name__, isinstance(d, dict))
counts = Default(int)
for ch in "abracadabra":
    counts[ch] += 1
print(sorted(counts.items()))
class Upper(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k.upper(), v)
    def __getitem__(self, k):
        return super().__getitem__(k.upper())
    def __contains__(self, k):
        return super().__contains__(k.upper())
    def __delitem__(self, k):
        print("del", k)
        super().__delitem__(k.upper())
u = Upper()
u["a"] = 1
u.update(b=2)
print(u, u["A"], u["a"], "a" in u, u.get("a"), u.get("A"), list(u))
del u["a"]
print(u)
try:
    u["nope"]
except KeyError as e:
    print("KeyError", e, e.args)
class Ordered(dict):
    def __iter__(self):
        return iter(sorted(super().__iter__()))
o = Ordered(b=1, a=2)
print(list(o), o, [k for k in o], dict(o), {**o}, o == {"a": 2, "b": 1})
o.attr = 5
print(o.attr, o | {"c": 3}, type(o | {"c": 3}).__name__)
