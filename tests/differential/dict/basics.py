def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
d = {"a": 1, "b": 2}
d["c"] = 3
d["a"] = 10
print(d, len(d), d["a"], "a" in d, 1 in d, "z" not in d, d == {"c": 3, "b": 2, "a": 10}, d != {}, bool({}), list(d), sorted(d), d.get("a"), d.get("z"), d.get("z", 0))
del d["a"]
d["a"] = 99
print(d, d.pop("b"), d.pop("zz", None), d.setdefault("n", []), d.setdefault("a", 5), d)
d.update({"x": 1}, y=2)
d.update([("z", 3), "k5"])
d.update(w=0)
d.update()
print(d, d.popitem(), d.copy() == d, d.copy() is d)
print({1: "a", 1.0: "b", True: "c"}, {None: 0, (): 1, (1, 2): 2, "": 3, b"": 4, frozenset(): 5}, {**{"a": 1}, "b": 2, **{"a": 3}}, {"a": 1, "a": 2})
print(dict(), dict(a=1, b=2), dict([(1, 2), (3, 4)]), dict({"q": 1}, r=2), dict(zip("ab", range(2))), dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), {} | {1: 2}, {1: 1} | {1: 2, 3: 4})
attempt(lambda: d["missing"])
attempt(lambda: {}[1])
attempt(lambda: {}[(1, "a")])
attempt(lambda: {}.popitem())
attempt(lambda: d.pop("none"))
attempt(lambda: d.pop())
attempt(lambda: d[[]])
attempt(lambda: d.get([]))
attempt(lambda: {[]: 1})
attempt(lambda: {}.update(5))
attempt(lambda: {}.update([1]))
attempt(lambda: {}.update([(1, 2, 3)]))
attempt(lambda: {}.update(["abc"]))
attempt(lambda: dict(5))
attempt(lambda: dict([1]))
attempt(lambda: dict([[1]]))
attempt(lambda: dict(1, 2))
attempt(lambda: dict.fromkeys(5))
attempt(lambda: dict.fromkeys())
attempt(lambda: d < d)
attempt(lambda: d + d)
attempt(lambda: d | 5)
attempt(lambda: d | [(1, 2)])
attempt(lambda: d.setdefault())
attempt(lambda: d.nothing)
attempt(lambda: hash(d))
attempt(lambda: d())
attempt(lambda: {**5})
attempt(lambda: {**[1]})
def f1():
    del d["nope"]
def f2():
    d[{}] = 1
def f3():
    del d[[]]
for f in (f1, f2, f3):
    attempt(f)
d |= {"or": 1}
d |= [("list", 2)]
print(d)
d.clear()
print(d)
r = {}
r["self"] = r
print(r)
