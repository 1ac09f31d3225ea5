class CM:
    def __init__(self, name, value=None, suppress=False): self.name, self.value, self.suppress = name, value, suppress
    def __enter__(self):
        print("enter", self.name)
        return self.value or self
    def __exit__(self, t, v, tb):
        print("exit", self.name, t and t.__name__, v)
        return self.suppress
with CM("a") as a:
    print("in", a.name)
with CM("b", value=(1, 2)) as (x, y), CM("c") as c:
    print(x, y, c.name)
with (CM("d") as d, CM("e"), CM("f") as f):
    print("multi")
with CM("g"):
    pass
with (CM("h")):
    pass
with CM("i", [5]) as [z]:
    print(z)
class H: pass
h = H()
with CM("j", 7) as h.attr:
    print(h.attr)
lst = [0]
with CM("k", 8) as lst[0]:
    print(lst)
def ret():
    with CM("l"):
        return "returned"
print(ret())
for i in range(2):
    with CM(f"loop{i}"):
        if i == 0: continue
        break
try:
    with CM("m") as m, CM("n"):
        raise ValueError("inside")
except ValueError as e:
    print("out", e)
with CM("o", suppress=True), CM("p"):
    raise KeyError("sup")
print("after")
with CM("q"):
    with CM("r", suppress=True):
        1 / 0
    print("inner suppressed")
print(x, z)
