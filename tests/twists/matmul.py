# args: 12
# size: 330
"""Lists of floats that turn mixed: ints, bools, and an int that no float holds. usage: matmul.py [N]"""
import sys

from straight import matmul


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 330
    a, b = matmul.build(n, 1), matmul.build(n, 7)
    late = n * 9 // 10
    for i in range(late, n):
        a[i][i] = i
        a[i][0] = i % 2 == 0
    c = matmul.multiply(a, b)
    print("%.6f %.6f %.6f" % (c[0][0], c[n // 2][n // 3], sum(map(sum, c))))
    a[1][1] = 10**400
    try:
        matmul.multiply(a[:2], b)
    except OverflowError as error:
        print(error)
    a[1][1] = "x"
    try:
        matmul.multiply(a[:2], b)
    except TypeError as error:
        print(error)


if __name__ == "__main__":
    main()
