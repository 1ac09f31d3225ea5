def mean(xs):
    total = 0
    for x in xs:
        total += x
    return total / len(xs)
print(mean([1, 2, 3]), mean([1.5, 2]), mean([True, 2.5]), mean([10**20, 1]))
def poly(x): return 3 * x * x + 2 * x + 1
print([poly(v) for v in (2, 2.0, 2 + 1j, True, -10**20, 1e200)])
x = 1
types = []
for step in range(8):
    types.append(type(x).__name__)
    x = x * 2 if step % 3 else x / 3
print(types, x)
def maxmin(*xs): return max(xs), min(xs), sum(xs)
print(maxmin(1, 2.5, 0), maxmin(1.0, 1), maxmin(True, 0.5, 2**60))
v = 0
for k in (1, 0.5, 2, True, 1e16, -1e16, 3):
    v += k
    print(repr(v), end=" ")
print()
def kind(x):
    if isinstance(x, bool): return "bool"
    if isinstance(x, int): return "int"
    if isinstance(x, float): return "float"
    return type(x).__name__
print([kind(e) for e in (1, 1.0, True, 1j, "1", None, 2**70, 7 // 2, 7 / 2, 7 // 2.0, 2 ** -1, 2 ** 2, -7 % 3, 7 % 2.5, abs(-1), abs(-1.0), round(1.5), round(1.5, 1), int(2.9), float(2), sum([]), sum([0.0]), max(1, 2.0), divmod(7, 2.0)[0], True + True, 5 & True)])
acc = 1
for i in range(1, 30):
    acc = acc * i if i % 2 else acc / i
print(acc)
grid = [[0] * 3 for _ in range(3)]
for i in range(3):
    for j in range(3):
        grid[i][j] = i * j if (i + j) % 2 else i / (j + 1)
print(grid)
