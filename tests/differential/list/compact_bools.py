# Lists of bools in loops that the compiler makes fast: subscripts, iteration, ends, and what happens when such a list turns out to
# hold something else.
hidden = globals()


def sieve(limit):
    flags = [True] * (limit + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= limit:
        if flags[i]:
            j = i * i
            while j <= limit:
                flags[j] = False
                j += i
        i += 1
    return flags


def report(flags):
    primes = [i for i, flag in enumerate(flags) if flag]
    count = 0
    for flag in flags:
        if flag:
            count += 1
    return len(flags), count, sum(flags), primes[-3:], any(flags), all(flags), flags[-1], flags[-len(flags)]


for limit in (1, 2, 3, 30, 5000):
    print(limit, report(sieve(limit)))
try:
    sieve(0)
except IndexError as error:
    print(error)


def walk(n, action, when):
    """A compact list, of which somebody else thinks otherwise while the loop runs."""
    global walked
    walked = marks = [False] * n
    seen = 0
    try:
        for i in range(n):
            if i == when:
                action(i)
            marks[i] = not marks[i - 1]
            if marks[i]:
                seen += 1
    except Exception as error:
        print(type(error).__name__, error, end=" ")
    return seen, len(marks), marks[:3], marks[-3:]


def nothing(i):
    pass


def noneLate(i):
    hidden["walked"][i - 1] = None


def intLate(i):
    hidden["walked"][-1] = 5


def grow(i):
    hidden["walked"].append("more")


def shrink(i):
    del hidden["walked"][i:]


def clear(i):
    hidden["walked"].clear()


def refill(i):
    hidden["walked"][:] = [1] * 2000


def order(i):
    hidden["walked"].sort()


def bind(i):
    hidden["walked"] = None


for action in (nothing, noneLate, intLate, grow, shrink, clear, refill, order, bind):
    print(action.__name__, walk(3000, action, 2500), walk(10, action, 1))


def items(n, action, when):
    """The same for loops over the list itself."""
    global walked
    walked = flags = [True] * n
    trues = others = rounds = 0
    for flag in flags:
        rounds += 1
        if rounds == when:
            action(rounds)
        if flag is True:
            trues += 1
        else:
            others += 1
        if rounds > 5000:
            break
    places = 0
    for i, flag in enumerate(flags):
        if flag:
            places += i
        if i == when:
            action(i)
        if i > 5000:
            break
    return trues, others, rounds, places, len(flags)


for action in (nothing, noneLate, intLate, grow, shrink, clear, refill, order):
    print(action.__name__, items(2000, action, 1500), items(3, action, 2))


# Grids, attributes, closures, defaults, generators.
class Board:
    def __init__(self, width, height):
        self.width = width
        self.height = height
        self.rows = [[False] * width for _ in range(height)]
        self.columns = [False] * width

    def put(self, x, y):
        self.rows[y][x] = True
        self.columns[x] = not self.columns[x]

    def neighbours(self, x, y):
        count = 0
        for dy in (-1, 0, 1):
            for dx in (-1, 0, 1):
                if (dx or dy) and self.rows[(y + dy) % self.height][(x + dx) % self.width]:
                    count += 1
        return count

    def step(self):
        after = Board(self.width, self.height)
        for y in range(self.height):
            for x in range(self.width):
                count = self.neighbours(x, y)
                if count == 3 or (count == 2 and self.rows[y][x]):
                    after.put(x, y)
        return after

    def __str__(self):
        return "\n".join("".join("#" if cell else "." for cell in row) for row in self.rows)


board = Board(8, 6)
for x, y in ((1, 0), (2, 1), (0, 2), (1, 2), (2, 2)):
    board.put(x, y)
for _ in range(9):
    board = board.step()
print(board, board.columns)


def queens(n):
    columns = [False] * n
    rising = [False] * (2 * n)
    falling = [False] * (2 * n)

    def place(row):
        if row == n:
            return 1
        count = 0
        for column in range(n):
            if not (columns[column] or rising[row + column] or falling[row - column + n]):
                columns[column] = rising[row + column] = falling[row - column + n] = True
                count += place(row + 1)
                columns[column] = rising[row + column] = falling[row - column + n] = False
        return count

    return place(0)


print([queens(n) for n in range(1, 8)])


def toggles(n):
    lamps = [False] * n
    for i in range(1, n + 1):
        for j in range(i - 1, n, i):
            lamps[j] = not lamps[j]
    yield lamps
    for lamp in lamps:
        yield lamp


print([i for i, lamp in enumerate(toggles(100)) if lamp is True])


def visit(graph, start):
    visited = [False] * len(graph)
    order = []
    stack = [start]
    while stack:
        node = stack.pop()
        if visited[node]:
            continue
        visited[node] = True
        order.append(node)
        for other in reversed(graph[node]):
            if not visited[other]:
                stack.append(other)
    return order, visited


print(visit([[1, 2], [3], [3, 4], [5], [], [0]], 0), visit([[], [0]], 1))


def strides(limit):
    """With slices, which leave the list as it is where no item moves."""
    flags = [True] * (limit + 1)
    flags[:2] = [False] * 2
    for i in range(2, int(limit**0.5) + 1):
        if flags[i]:
            flags[i * i :: i] = [False] * len(range(i * i, limit + 1, i))
    flags[-1:-4:-1] = [True] * 3
    flags[limit + 1 :] = [True] * 0
    return flags.count(True), flags.count(False), [i for i, flag in enumerate(flags) if flag][-5:]


for limit in (1, 3, 4, 100, 5000):
    try:
        print(limit, strides(limit))
    except ValueError as error:
        print(limit, error)


def moved(n, start, stop, step, count):
    flags = [True] * n
    flags[0] = False
    try:
        flags[start:stop:step] = [False] * count
    except ValueError as error:
        print(error, end=" ")
    return flags.count(True), flags.count(False), len(flags), flags[-1], sum(flags)


for start, stop, step, count in (
    (1, 3, None, 2), (1, 3, 1, 5), (1, 3, None, 0), (3, 1, None, 1), (None, None, 2, 5), (None, None, 2, 4), (None, None, -3, 4),
    (8, 2, -2, 3), (8, 2, -2, 2), (None, None, 0, 3), (-3, None, None, 3), (-100, 100, None, 10), (5, 5, 3, 0), (0, 1, None, 1),
):  # fmt: skip
    print(start, stop, step, count, moved(10, start, stop, step, count))


def shared(n):
    """Slices of themselves, and of what is no list of bools any more."""
    global walked
    walked = flags = [True] * n
    flags[1:2] = [False] * 1
    flags[:] = flags
    flags[::-1] = flags
    first = flags.count(True), flags[1], flags[-2]
    hidden["walked"][0] = None
    flags[2:4] = [False] * 2
    return first, flags.count(True), flags.count(False), flags[0], flags[2], len(flags)


print(shared(5))


def compared(n):
    left = [True] * n
    right = n * [True]
    left[n // 2] = right[n // 2] = n > 3
    return left == right, left is right, left


print(compared(3), compared(4))


# No list of bools, or not only.
def mixed(n, value):
    flags = [value] * n
    flags[0] = True
    return flags[0], flags[-1], flags


print(mixed(3, False), mixed(3, 0), mixed(2, None), mixed(2, "x"))
for n in (-1, 0, True, 2.0, "a", None, 1 << 100, 1 << 62):
    try:
        print(len([True] * n))
    except (TypeError, OverflowError, MemoryError) as error:
        print(type(error).__name__, error)

flags = [False] * 20
for i in range(0, 20, 3):
    flags[i] = True
for i in range(20):
    if flags[i]:
        print(i, end=" ")
print(flags.count(True), flags.index(True, 1), flags[::5])
