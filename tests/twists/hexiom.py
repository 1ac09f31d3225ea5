# args: 1
# size: 21
"""Tiles that are bools and floats, and a search of another module. usage: hexiom.py [ROUNDS]"""
import sys

from straight import hexiom


class Patient(hexiom.Search):
    def possible(self, cell):
        return super().possible(cell) and True


def search(make, size, tiles, rounds):
    nodes = 0
    for _ in range(rounds):
        one = make(size, tiles)
        solved = one.solve()
        nodes += one.nodes
    print(size, tiles, solved, nodes)
    if solved:
        print(one.picture())


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    late = max(rounds // 10, 1)
    for size, tiles in hexiom.PUZZLES:
        search(hexiom.Search, size, tiles, max(rounds - late, 1))
    for size, tiles in hexiom.PUZZLES:
        search(Patient, size, tiles, late)
    search(hexiom.Search, 2, (True, True, 2, 2, 2, 3), 1)
    try:
        search(hexiom.Search, 2, (2, 2.0, 2), 1)
    except TypeError as error:
        print(error)


if __name__ == "__main__":
    main()
