# args: 5000
# count: 400000
"""Lists of bools: the sieve of Eratosthenes, without slices. usage: sieve.py [LIMIT]"""
import sys


def sieve(limit):
    flags = [True] * (limit + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= limit:
        if flags[i]:
            j = i * i
            while j <= limit:
                flags[j] = False
                j += i
        i += 1
    return flags


def main():
    limit = int(sys.argv[1]) if len(sys.argv) > 1 else 8000000
    flags = sieve(limit)
    count = last = total = 0
    for i in range(limit + 1):
        if flags[i]:
            count += 1
            last = i
            total = (total + i * count) % 1000003
    print(count, last, total)


if __name__ == "__main__":
    main()
