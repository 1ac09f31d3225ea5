# args: 24
# size: 640
"""Floats that become ints, which overflow: the last rows are looked at in whole steps. usage: mandelbrot.py [SIZE]"""
import sys

from straight import mandelbrot


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 640
    limit = 100
    inside = checksum = 0
    for y in range(size):
        late = y >= size * 9 // 10
        ci = 2 * y // size - 1 if late else 2.0 * y / size - 1.0
        for x in range(size):
            cr = x * 3 // size - 2 if late else 2.5 * x / size - 1.9
            n = mandelbrot.escape(cr, ci, limit)
            if n == limit:
                inside += 1
            checksum = (checksum * 31 + n) % 1000000007
    for c in (0.25, 1, True, 10**30, -2):
        print(c, mandelbrot.escape(c, 0, limit))
    print(inside, checksum)


if __name__ == "__main__":
    main()
