def v(x):
    print("v", x)
    return x
print(v(1) < v(2) < v(3))
print(v(3) < v(2) < v(1))
print(v(1) < v(3) > v(2))
print(v(1) == v(1) != v(2))
print(v(1) in [1] == True, (1 in [1]) == True)
print(1 < 2 < 3 < 4 < 5 < 4, 1 < 2 > 1 < 5, 5 > 4 >= 4 > 3, "a" < "b" <= "b" != "c", not 1 < 2 < 3, 1 == 1.0 == True)
x = 5
print(0 < x < 10, 0 < x < 3, 10 > x > 0, x == 5 == 5, 1 <= x <= 5 <= 5, x is x is x)
class C:
    def __init__(self, r): self.r = r
    def __lt__(self, o):
        print("lt")
        return self.r
    def __bool__(self):
        print("bool")
        return True
print((C([]) < 1 < 2), (C([0]) < 1 < 2))
r = C(C(1)) < 5
print(type(r).__name__)
print([i for i in range(10) if 2 < i < 7 != 5], sum(1 for a in range(5) for b in range(5) if a < b < 4))
def f(lo, mid, hi): return lo <= mid <= hi
print(f(1, 2, 3), f(3, 2, 1), f("a", "b", "c"), f((1,), (1, 2), (2,)), f(1, float("nan"), 3))
try:
    1 < 2 < "a"
except TypeError as e:
    print(e)
print(1 > 2 < "a")
if 1 < x < 10: print("in")
while not 0 < x - 5 < 2: x += 1
print(x, (1 < 2) is True, (1 < 2) + 1, 1 < (2 < 3), (1 < 2) < 2)
