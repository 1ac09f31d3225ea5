class Eq:
    def __init__(self, v):
        self.v = v
    def __eq__(self, other):
        print("eq", self.v, getattr(other, "v", other))
        return self.v == getattr(other, "v", other)
    __hash__ = None
a, b = [Eq(1), Eq(2)], [Eq(1), Eq(3)]
print(a == b, a != b, a == a, Eq(2) in a, 1 in a, a.index(2), a.count(Eq(1)))
print([1, [2, [3]]] == [1, [2, [3]]], [1, [2, [3]]] < [1, [2, [4]]], [1, 2] < [1, 2, 0], [1, 2] >= [1, 2], [] == (), [1] == [1.0] == [True])
nan = float("nan")
print([nan] == [nan], nan in [nan], [nan].index(nan), [1, nan].count(nan))
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: [1, "a"] < [1, 2])
attempt(lambda: [1, "a"] == [1, 2])
attempt(lambda: [[1], "x"] < [[1], None])
attempt(lambda: [2, "a"] > [1, 5])
attempt(lambda: min([[3, 1], [2, 9], [2]]))
x = [1]
x.append(x)
y = [1]
y.append(y)
attempt(lambda: x == x)
try:
    print(x == y)
except RecursionError:
    print("RecursionError")
