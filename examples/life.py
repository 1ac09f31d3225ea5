"""Conway's game of life on an endless board: a set of living cells."""
import sys

PATTERNS = {
    "blinker": ["###"],
    "glider": [".#.", "..#", "###"],
    "r-pentomino": [".##", "##.", ".#."],
    "lightweight spaceship": [".#..#", "#....", "#...#", "####."],
    "pulsar quarter": ["..###...###..", ".............", "#....#.#....#", "#....#.#....#",
                       "#....#.#....#", "..###...###.."],
}


class Life:
    def __init__(self, rows=(), born={3}, survive={2, 3}):
        self.cells = {(x, y) for y, row in enumerate(rows) for x, ch in enumerate(row) if ch == "#"}
        self.born = born
        self.survive = survive
        self.generation = 0

    def step(self):
        counts = {}
        for x, y in self.cells:
            for dx in (-1, 0, 1):
                for dy in (-1, 0, 1):
                    if dx or dy:
                        place = x + dx, y + dy
                        counts[place] = counts.get(place, 0) + 1
        self.cells = {place for place, n in counts.items()
                      if n in (self.survive if place in self.cells else self.born)}
        self.generation += 1
        return self

    def bounds(self):
        if not self.cells:
            return 0, 0, -1, -1
        xs = [x for x, _ in self.cells]
        ys = [y for _, y in self.cells]
        return min(xs), min(ys), max(xs), max(ys)

    def __str__(self):
        left, top, right, bottom = self.bounds()
        return "\n".join("".join(".#"[(x, y) in self.cells] for x in range(left, right + 1))
                         for y in range(top, bottom + 1)) or "(nothing lives)"

    def shape(self):
        """The pattern without its place, so that moved patterns compare equal."""
        left, top, _, _ = self.bounds()
        return frozenset((x - left, y - top) for x, y in self.cells)

    def __len__(self):
        return len(self.cells)


def period(life, limit=200):
    """After how many generations a shape comes back, and how far it has moved."""
    first = life.shape()
    x0, y0, _, _ = life.bounds()
    for n in range(1, limit):
        if life.step().shape() == first:
            x1, y1, _, _ = life.bounds()
            return n, (x1 - x0, y1 - y0)
    return None, (0, 0)


def main():
    generations = int(sys.argv[1]) if len(sys.argv) > 1 else 120
    for name, rows in PATTERNS.items():
        life = Life(rows)
        print(f"{name}: {len(life)} cells")
        print(life)
        n, moved = period(life, 60)
        if n:
            print(f"comes back after {n} generations, moved by {moved}")
        else:
            print(f"still changing after {life.generation} generations, {len(life)} cells")
    life = Life(PATTERNS["r-pentomino"])
    history = [len(life.step()) for _ in range(generations)]
    print("r-pentomino:", history[::10], "at most", max(history))
    seeds = Life(["##"], born={2}, survive=set())
    print("seeds:", [len(seeds.step()) for _ in range(12)])
    print(seeds)
    lonely = Life(["#"])
    print(lonely.step())


if __name__ == "__main__":
    main()
