# args: 24
# count: 130
# long: 3000
"""Float loops: the Mandelbrot set, as a count and a checksum. usage: mandelbrot.py [SIZE]"""
import sys


def escape(cr, ci, limit):
    zr = zi = 0.0
    for n in range(limit):
        zr2 = zr * zr
        zi2 = zi * zi
        if zr2 + zi2 > 4.0:
            return n
        zi = 2.0 * zr * zi + ci
        zr = zr2 - zi2 + cr
    return limit


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 640
    limit = 100
    inside = checksum = 0
    for y in range(size):
        ci = 2.0 * y / size - 1.0
        for x in range(size):
            n = escape(2.5 * x / size - 1.9, ci, limit)
            if n == limit:
                inside += 1
            checksum = (checksum * 31 + n) % 1000000007
    print(inside, checksum)


if __name__ == "__main__":
    main()
