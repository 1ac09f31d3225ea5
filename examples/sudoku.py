"""Solves sudokus by eliminating candidates and, where that ends, by trying."""

DIGITS = "123456789"
ROWS = "ABCDEFGHI"


def cross(a, b):
    return [x + y for x in a for y in b]


SQUARES = cross(ROWS, DIGITS)
UNITS = ([cross(ROWS, c) for c in DIGITS] + [cross(r, DIGITS) for r in ROWS]
         + [cross(r, c) for r in ("ABC", "DEF", "GHI") for c in ("123", "456", "789")])
UNITS_OF = {s: [u for u in UNITS if s in u] for s in SQUARES}
PEERS = {s: sorted({p for u in UNITS_OF[s] for p in u} - {s}) for s in SQUARES}


class Contradiction(Exception):
    pass


class Grid:
    tried = 0

    def __init__(self, text=None):
        self.candidates = {s: DIGITS for s in SQUARES}
        if text is not None:
            cells = [c for c in text if c in DIGITS + ".0"]
            if len(cells) != 81:
                raise ValueError(f"a sudoku has 81 cells, not {len(cells)}")
            for square, digit in zip(SQUARES, cells):
                if digit in DIGITS:
                    self.assign(square, digit)

    def copy(self):
        other = Grid()
        other.candidates = self.candidates.copy()
        return other

    def assign(self, square, digit):
        for other in self.candidates[square].replace(digit, ""):
            self.eliminate(square, other)
        if self.candidates[square] != digit:
            raise Contradiction(f"{digit} does not fit at {square}")

    def eliminate(self, square, digit):
        left = self.candidates[square]
        if digit not in left:
            return
        left = self.candidates[square] = left.replace(digit, "")
        if not left:
            raise Contradiction(f"nothing fits at {square}")
        if len(left) == 1:
            for peer in PEERS[square]:
                self.eliminate(peer, left)
        for unit in UNITS_OF[square]:
            places = [s for s in unit if digit in self.candidates[s]]
            if not places:
                raise Contradiction(f"no place for {digit}")
            if len(places) == 1:
                self.assign_single(places[0], digit)

    def assign_single(self, square, digit):
        for other in self.candidates[square]:
            if other != digit:
                self.eliminate(square, other)

    def solved(self):
        return all(len(c) == 1 for c in self.candidates.values())

    def solve(self):
        if self.solved():
            return self
        square = min((s for s in SQUARES if len(self.candidates[s]) > 1),
                     key=lambda s: (len(self.candidates[s]), s))
        for digit in self.candidates[square]:
            Grid.tried += 1
            attempt = self.copy()
            try:
                attempt.assign(square, digit)
                return attempt.solve()
            except Contradiction:
                pass
        raise Contradiction("no solution")

    def __str__(self):
        lines = []
        for i, r in enumerate(ROWS):
            if i in (3, 6):
                lines.append("------+-------+------")
            cells = [self.candidates[r + c] if len(self.candidates[r + c]) == 1 else "." for c in DIGITS]
            lines.append(" | ".join(" ".join(cells[k:k + 3]) for k in (0, 3, 6)))
        return "\n".join(lines)


PUZZLES = {
    "easy": "003020600900305001001806400008102900700000008006708200002609500800203009005010300",
    "hard": "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......",
    "wrong": "11.......  .........  ......... ......... ......... ......... ......... ......... .........",
    "short": "123",
}


def main():
    for name, text in PUZZLES.items():
        Grid.tried = 0
        print(f"-- {name}")
        try:
            grid = Grid(text)
            if not grid.solved():
                print(grid)
                grid = grid.solve()
            print(grid)
            print(f"{Grid.tried} guesses")
            assert all(sorted(grid.candidates[s] for s in unit) == list(DIGITS) for unit in UNITS)
        except (Contradiction, ValueError) as e:
            print(f"{type(e).__name__}: {e}")


if __name__ == "__main__":
    main()
