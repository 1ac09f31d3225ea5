# args: 12
# count: 90
# long: 700
"""Nested lists of floats: matrices multiplied. usage: matmul.py [N]"""
import sys


def build(n, seed):
    return [[((i * 31 + j * 17 + seed) % 100) / 10.0 - 5.0 for j in range(n)] for i in range(n)]


def multiply(a, b):
    n, m, k = len(a), len(b[0]), len(b)
    result = [[0.0] * m for _ in range(n)]
    for i in range(n):
        row, target = a[i], result[i]
        for j in range(m):
            total = 0.0
            for x in range(k):
                total += row[x] * b[x][j]
            target[j] = total
    return result


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 330
    a, b = build(n, 1), build(n, 7)
    c = multiply(a, b)
    print("%.6f %.6f %.6f" % (c[0][0], c[n // 2][n // 3], sum(map(sum, c))))


if __name__ == "__main__":
    main()
