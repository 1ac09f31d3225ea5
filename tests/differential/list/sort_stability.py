class Item:
    compared = 0
    def __init__(self, key, tag):
        self.key, self.tag = key, tag
    def __lt__(self, other):
        Item.compared += 1
        return self.key < other.key
    def __repr__(self):
        return f"{self.key}{self.tag}"
items = [Item(k, t) for t, k in zip("abcdefghij", [3, 1, 2, 3, 1, 2, 3, 1, 2, 0])]
print(sorted(items))
print(sorted(items, reverse=True))
print(min(items), max(items), Item.compared > 0)
items.sort(key=lambda i: i.tag, reverse=True)
print(items)
class NoLess:
    pass
try:
    [NoLess(), NoLess()].sort()
except TypeError as e:
    print(e)
class Boom:
    def __lt__(self, other):
        raise ValueError("no order")
b = [Boom(), Boom()]
try:
    b.sort()
except ValueError as e:
    print(e, len(b))
data = [3, 1, 2]
def key(x):
    data.append(99)
    return x
try:
    data.sort(key=key)
except ValueError as e:
    print(e)
print(len(data) >= 3)
calls = []
def k(x):
    calls.append(x)
    return -x
print(sorted([1, 2, 3], key=k), calls)
class Weird:
    def __init__(self, v):
        self.v = v
    def __lt__(self, other):
        return "yes" if self.v < other.v else ""
print([w.v for w in sorted([Weird(3), Weird(1), Weird(2)])])
