def mul(a, b):
    return [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
def power(a, n):
    result = [[int(i == j) for j in range(len(a))] for i in range(len(a))]
    while n:
        if n & 1:
            result = mul(result, a)
        a = mul(a, a)
        n >>= 1
    return result
print(power([[1, 1], [1, 0]], 90), mul([[1, 2, 3]], [[4], [5], [6]]), power([[2]], 100))
def det(m):
    if len(m) == 1:
        return m[0][0]
    return sum((-1) ** j * m[0][j] * det([row[:j] + row[j + 1:] for row in m[1:]]) for j in range(len(m)))
print(det([[1, 2], [3, 4]]), det([[2, 0, 1], [1, 3, 2], [0, 1, 4]]), det([[i * j % 7 for j in range(1, 6)] for i in range(1, 6)]))
def rotate(m):
    return [list(r) for r in zip(*m[::-1])]
def spiral(m):
    out = []
    while m:
        out += m[0]
        m = [list(r) for r in zip(*m[1:])][::-1]
    return out
g = [[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]]
print(rotate(g), rotate(rotate(rotate(rotate(g)))) == g, spiral(g), [list(c) for c in zip(*g)])
def pascal(n):
    row = [1]
    for _ in range(n):
        yield row
        row = [a + b for a, b in zip([0] + row, row + [0])]
for row in pascal(8):
    print(" ".join(map(str, row)).center(30).rstrip())
magic = [[8, 1, 6], [3, 5, 7], [4, 9, 2]]
print({sum(r) for r in magic} | {sum(c) for c in zip(*magic)} | {sum(magic[i][i] for i in range(3)), sum(magic[i][2 - i] for i in range(3))})
