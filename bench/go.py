# args: 2
# count: 12
"""Lists of ints and sets: random games of Go on a small board, scored. usage: go.py [GAMES]"""
import sys

SIZE = 9
EMPTY, BLACK, WHITE = 0, 1, 2


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return (self.state >> 12) % n


def neighbours_of(place):
    y, x = divmod(place, SIZE)
    found = []
    if x > 0:
        found.append(place - 1)
    if x < SIZE - 1:
        found.append(place + 1)
    if y > 0:
        found.append(place - SIZE)
    if y < SIZE - 1:
        found.append(place + SIZE)
    return found


NEIGHBOURS = [neighbours_of(i) for i in range(SIZE * SIZE)]


class Board:
    def __init__(self):
        self.cells = [EMPTY] * (SIZE * SIZE)
        self.free = list(range(SIZE * SIZE))
        self.ko = None
        self.captured = [0, 0, 0]

    def group(self, place):
        """The stones connected with this one, and whether they have a liberty."""
        colour = self.cells[place]
        stones = {place}
        todo = [place]
        alive = False
        while todo:
            for other in NEIGHBOURS[todo.pop()]:
                found = self.cells[other]
                if found == EMPTY:
                    alive = True
                elif found == colour and other not in stones:
                    stones.add(other)
                    todo.append(other)
        return stones, alive

    def own_eye(self, place, colour):
        for other in NEIGHBOURS[place]:
            if self.cells[other] != colour:
                return False
        return True

    def play(self, place, colour):
        """Plays a stone when that is legal; True when it was."""
        if place == self.ko or self.cells[place] != EMPTY or self.own_eye(place, colour):
            return False
        self.cells[place] = colour
        taken = []
        for other in NEIGHBOURS[place]:
            if self.cells[other] == 3 - colour:
                stones, alive = self.group(other)
                if not alive:
                    for stone in sorted(stones):
                        self.cells[stone] = EMPTY
                        taken.append(stone)
        if not taken and not self.group(place)[1]:
            self.cells[place] = EMPTY
            return False
        self.free.remove(place)
        self.free.extend(taken)
        self.captured[colour] += len(taken)
        self.ko = taken[0] if len(taken) == 1 else None
        return True

    def score(self):
        points = [0, 0, 0]
        for place, colour in enumerate(self.cells):
            if colour != EMPTY:
                points[colour] += 1
            else:
                around = {self.cells[n] for n in NEIGHBOURS[place]}
                if len(around) == 1:
                    points[around.pop()] += 1
        return points[BLACK] - points[WHITE]


def game(random):
    board = Board()
    colour, passes, moves = BLACK, 0, 0
    while passes < 2 and moves < 200:
        for _ in range(12):
            if not board.free:
                break
            if board.play(board.free[random.below(len(board.free))], colour):
                passes = 0
                break
        else:
            passes += 1
            board.ko = None
        colour = 3 - colour
        moves += 1
    return board.score(), moves, sum(board.captured)


def main():
    games = int(sys.argv[1]) if len(sys.argv) > 1 else 800
    random = Random(2024)
    black = total = moves = captured = 0
    for _ in range(games):
        score, n, taken = game(random)
        black += score > 0
        total += score
        moves += n
        captured += taken
    print(black, total, moves, captured)


if __name__ == "__main__":
    main()
