def t(x):
    print("fn" if callable(x) else x, end=" ")
    return x
class O:
    def __getitem__(self, k): print(f"get[{k}]", end=" "); return 1
    def __setitem__(self, k, v): print(f"set[{k}]={v}", end=" ")
    def __getattr__(self, n): print("getattr", n, end=" "); return 2
o = O()
def obj(): print("obj", end=" "); return o
def end(): print()
t(1) + t(2) * t(3); end()
(t(1), t(2), [t(3), t(4)]); end()
{t("a"): t(1), t("b"): t(2)}; end()
def f(*a, **k): print("call", end=" "); return f
f(t(1), *[t(2)], t(3), k=t(4), **{"z": t(5)}); end()
t(f)(t(1)) if False else f(t(1))(t(2)); end()
obj()[t("k")] = t("v"); end()
obj().attr = t("v"); end()
obj()[t("i")] += t(5); end()
obj()[t(1):t(2):t(3)]; end()
a, b = t(1), t(2); end()
x = y = t(7); end()
obj()[t(0)], obj()[t(1)] = t("A"), t("B"); end()
t(1) if t(0) else t(2); end()
t(1) < t(2) < t(3); end()
[t(i) for i in (t(1), t(2)) if t(i)]; end()
f"{t(1)} {t(2):{t(5)}}"; end()
lambda: t("never"); end()
t([1, 2])[t(0)]; end()
def g(a=t("d1"), b=t("d2"), *, c=t("d3")): pass
end()
@t(lambda fn: fn)
def h(q=t("dflt")): pass
end()
class K(t(object)):
    p = t("body")
end()
del [t(1)][t(0)]; end()
print(t("p1"), t("p2"), sep=t("-"), end=t("!\n"))
t(None) or t(5) and t(6); end()
not t(0); end()
assert t(1), t("never"); end()
x = [0, 0]
i = 0
i = x[i] = 1
print(x, i)
d = {}
for d[t("key")] in [t(1), t(2)]: pass
end()
t(2) ** t(3) ** t(2); end()
-t(1) ** t(2); end()
(t(1) in t([1])); end()
with_list = [t(1), *t([2, 3]), t(4)]; end()
with_dict = {**t({"m": 1}), t("n"): t(2)}; end()
