# args: 20
# size: 450
"""A function replaced at run time: the matrix gives ints, too, in the last round. usage: spectral_norm.py [N]"""
import sys

from straight import spectral_norm


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 450
    original = spectral_norm.a
    u = [1.0] * n
    for i in range(10):
        if i == 9:
            spectral_norm.a = lambda i, j: 1 if i == j == 0 else original(i, j)
        v = spectral_norm.times_transposed(spectral_norm.times(u, n), n)
        u = spectral_norm.times_transposed(spectral_norm.times(v, n), n)
    vbv = vv = 0.0
    for x, y in zip(u, v):
        vbv += x * y
        vv += y * y
    print("%.9f" % (vbv / vv) ** 0.5)


if __name__ == "__main__":
    main()
