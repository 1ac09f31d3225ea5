# args: 5
# size: 13
"""Numbers of rows that are floats, and a set of another class. usage: nqueens.py [N]"""
import sys

from straight.nqueens import place


class Watched(set):
    additions = 0

    def add(self, item):
        Watched.additions += 1
        super().add(item)


def search(solutions):
    count = checksum = 0
    first = None
    for solution in solutions:
        count += 1
        checksum = (checksum * 31 + sum(i * c for i, c in enumerate(solution))) % 1000003
        first = first or solution
    print(count, checksum, first)


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 13
    search(place(n, 0, set(), set(), set(), []))
    few = max(n - 2, 4)
    search(place(few, 0.0, set(), set(), set(), []))
    search(place(few, 0, Watched(), set(), Watched(), []))
    print(Watched.additions)


if __name__ == "__main__":
    main()
