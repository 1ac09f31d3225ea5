# args: 5000
# size: 8000000
"""A limit that is no plain int, after one that is. usage: sieve.py [LIMIT]"""
import sys

from straight import sieve


class Limit(int):
    def __add__(self, other):
        return int(self) + other


def report(flags, limit):
    count = last = total = 0
    for i in range(limit + 1):
        if flags[i]:
            count += 1
            last = i
            total = (total + i * count) % 1000003
    print(count, last, total)


def main():
    limit = int(sys.argv[1]) if len(sys.argv) > 1 else 8000000
    report(sieve.sieve(limit), limit)
    few = limit // 10
    report(sieve.sieve(Limit(few)), few)
    for wrong in (2.5, "12", None):
        try:
            sieve.sieve(wrong)
        except TypeError as error:
            print(error)


if __name__ == "__main__":
    main()
