# args: 5
# count: 9
"""Generators, sets and recursion: queens on a board. usage: nqueens.py [N]"""
import sys


def place(n, row, columns, falling, rising, chosen):
    if row == n:
        yield tuple(chosen)
        return
    for column in range(n):
        if column in columns or row - column in falling or row + column in rising:
            continue
        columns.add(column)
        falling.add(row - column)
        rising.add(row + column)
        chosen.append(column)
        yield from place(n, row + 1, columns, falling, rising, chosen)
        chosen.pop()
        columns.remove(column)
        falling.remove(row - column)
        rising.remove(row + column)


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 13
    count = checksum = 0
    first = None
    for solution in place(n, 0, set(), set(), set(), []):
        count += 1
        checksum = (checksum * 31 + sum(i * c for i, c in enumerate(solution))) % 1000003
        first = first or solution
    print(count, checksum, first)


if __name__ == "__main__":
    main()
