# args: 6
# count: 7
"""Ints and list slices: flips of permutations. usage: fannkuch.py [N]"""
import sys


def fannkuch(n):
    permutation = list(range(n))
    count = [0] * n
    most = checksum = 0
    even = True
    r = n
    while True:
        while r != 1:
            count[r - 1] = r
            r -= 1
        if permutation[0]:
            work = permutation[:]
            flips = 0
            first = work[0]
            while first:
                work[:first + 1] = work[first::-1]
                flips += 1
                first = work[0]
            if flips > most:
                most = flips
            checksum += flips if even else -flips
        while True:
            if r == n:
                return checksum, most
            permutation.insert(r, permutation.pop(0))
            count[r] -= 1
            if count[r] > 0:
                break
            r += 1
        even = not even if r % 2 else even


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    checksum, most = fannkuch(n)
    print(f"{checksum}\nPfannkuchen({n}) = {most}")


if __name__ == "__main__":
    main()
