# args: 30
# count: 80
"""Dicts keyed by tuples and sets of tuples: a game of life and grid walks. usage: dict_tuples.py [STEPS]"""
import sys


def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    key = (x + dx, y + dy)
                    counts[key] = counts.get(key, 0) + 1
    return {key for key, n in counts.items() if n == 3 or (n == 2 and key in cells)}


def flood(cells, size):
    seen = {}
    for start in ((0, 0), (size // 2, size // 3)):
        todo = [start]
        while todo:
            place = todo.pop()
            if place in seen or place in cells:
                continue
            x, y = place
            if not (0 <= x < size and 0 <= y < size):
                continue
            seen[place] = x * size + y
            todo += [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)]
    return len(seen), sum(seen.values())


def main():
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 4500
    cells = {(1, 0), (2, 0), (0, 1), (1, 1), (1, 2)}
    population = []
    for _ in range(steps):
        cells = step(cells)
        population.append(len(cells))
    memo = {}
    for i in range(steps * 100):
        key = (i % 97, i % 89, i % 3)
        memo[key] = memo.get(key, 0) + i
    print(len(cells), max(population), flood(cells, 100), len(memo), sum(memo.values()))


if __name__ == "__main__":
    main()
