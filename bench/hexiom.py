# args: 1
# count: 1
"""Search with constraints: numbered tiles on a board of hexagons, each counting its neighbours.

After the idea of the Hexiom puzzle; written anew. usage: hexiom.py [ROUNDS]
"""
import sys

PUZZLES = [
    (2, (2, 2, 2, 2, 2, 2)),
    (2, (1, 1, 2, 2, 2, 3)),
    (3, (0, 0, 1, 1, 2, 2, 3, 3, 3, 4, 4, 5)),
    (3, (2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 6)),
    (3, (2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2)),
    (3, (2, 2, 2, 3, 3, 4, 4, 4, 4, 5, 5)),
]


class Board:
    """A hexagon with sides of `size`; cells are numbered, and know their neighbours."""

    def __init__(self, size):
        self.cells = [(q, r) for r in range(1 - size, size) for q in range(1 - size, size) if abs(q + r) < size]
        number = {cell: i for i, cell in enumerate(self.cells)}
        steps = ((1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1), (1, -1))
        self.near = [[number[q + a, r + b] for a, b in steps if (q + a, r + b) in number] for q, r in self.cells]

    def __len__(self):
        return len(self.cells)


class Search:
    def __init__(self, size, tiles):
        self.board = Board(size)
        self.left = [0] * 7
        for tile in tiles:
            self.left[tile] += 1
        self.holes = len(self.board) - len(tiles)
        self.value = [None] * len(self.board)
        self.nodes = 0
        order = sorted(range(len(self.board)), key=lambda i: (-len(self.board.near[i]), i))
        self.order = order

    def possible(self, cell):
        """No decided tile may have too many neighbours, nor too few even if all open cells get a tile."""
        for c in [cell, *self.board.near[cell]]:
            wanted = self.value[c]
            if wanted is None or wanted < 0:
                continue
            filled = opened = 0
            for n in self.board.near[c]:
                v = self.value[n]
                if v is None:
                    opened += 1
                elif v >= 0:
                    filled += 1
            if filled > wanted or filled + opened < wanted:
                return False
        return True

    def solve(self, depth=0):
        self.nodes += 1
        if depth == len(self.order):
            return True
        cell = self.order[depth]
        for tile in range(6, -1, -1):
            if self.left[tile] and tile <= len(self.board.near[cell]):
                self.left[tile] -= 1
                self.value[cell] = tile
                if self.possible(cell) and self.solve(depth + 1):
                    return True
                self.left[tile] += 1
        if self.holes:
            self.holes -= 1
            self.value[cell] = -1
            if self.possible(cell) and self.solve(depth + 1):
                return True
            self.holes += 1
        self.value[cell] = None
        return False

    def picture(self):
        rows = {}
        for (q, r), v in zip(self.board.cells, self.value):
            rows.setdefault(r, []).append("." if v is None or v < 0 else str(v))
        return "\n".join(" " * abs(r) + " ".join(cells) for r, cells in rows.items())


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    for size, tiles in PUZZLES:
        nodes = 0
        for _ in range(rounds):
            search = Search(size, tiles)
            solved = search.solve()
            nodes += search.nodes
        print(size, tiles, solved, nodes)
        if solved:
            print(search.picture())


if __name__ == "__main__":
    main()
