# args: 2
# size: 800
"""Cells that are bools and ints of a subclass, and a random state that overflows. usage: go.py [GAMES]"""
import sys

from straight import go


class Stone(int):
    pass


class Wide(go.Random):
    def below(self, n):
        self.state = self.state * 6364136223846793005 + 1442695040888963407 & 0xFFFFFFFFFFFFFFFFFFFF
        return (self.state >> 33) % n


def main():
    games = int(sys.argv[1]) if len(sys.argv) > 1 else 800
    random = go.Random(2024)
    black = total = moves = captured = 0
    for i in range(games):
        if i == games * 9 // 10:
            random = Wide(2024)
            go.BLACK, go.WHITE, go.EMPTY = True, Stone(2), Stone(0)
        score, n, taken = go.game(random)
        black += score > 0
        total += score
        moves += n
        captured += taken
    print(black, total, moves, captured)


if __name__ == "__main__":
    main()
