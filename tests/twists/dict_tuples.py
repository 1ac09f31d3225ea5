# args: 30
# size: 4500
"""Keys of floats and of a tuple's subclass among those of ints. usage: dict_tuples.py [STEPS]"""
import sys

from straight.dict_tuples import flood, step


class Place(tuple):
    """A pair that is no plain one."""

    def __repr__(self):
        return f"Place{super().__repr__()}"


def main():
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 4500
    cells = {(1, 0), (2, 0), (0, 1), (1, 1), (1, 2)}
    population = []
    late = steps * 9 // 10
    for i in range(steps):
        if i == late:
            cells = {Place((x, float(y))) if (x + y) % 5 == 0 else (x, y) for x, y in cells}
        cells = step(cells)
        population.append(len(cells))
    memo = {}
    for i in range(steps * 100):
        key = (i % 97, i % 89, i % 3 if i < late * 100 else i % 3 * 1.0)
        memo[key] = memo.get(key, 0) + i
    print(len(cells), max(population), flood(cells, 100), len(memo), sum(memo.values()))
    print(step({("a", 1)} if steps < 0 else {(True, 1), (1.0, 2), (2**60, 5)}) == {(1, 1), (1.0, 2)})


if __name__ == "__main__":
    main()
