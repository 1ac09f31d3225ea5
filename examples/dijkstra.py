"""Shortest ways through a road map and through a maze, with a binary heap."""
import heapq

ROADS = """
Aachen Bonn 92
Aachen Cologne 71
Bonn Cologne 27
Bonn Frankfurt 176
Cologne Dortmund 95
Dortmund Hanover 212
Dortmund Kassel 165
Frankfurt Kassel 193
Frankfurt Mannheim 83
Frankfurt Wurzburg 121
Hanover Berlin 286
Hanover Hamburg 151
Hamburg Berlin 289
Kassel Hanover 166
Kassel Leipzig 255
Leipzig Berlin 190
Mannheim Stuttgart 131
Nuremberg Leipzig 280
Nuremberg Munich 170
Stuttgart Munich 233
Wurzburg Nuremberg 110
"""


class Graph:
    def __init__(self):
        self.edges = {}

    def connect(self, a, b, cost):
        self.edges.setdefault(a, {})[b] = cost
        self.edges.setdefault(b, {})[a] = cost

    @classmethod
    def parse(cls, text):
        graph = cls()
        for line in text.strip().splitlines():
            a, b, cost = line.split()
            graph.connect(a, b, int(cost))
        return graph

    def neighbours(self, node):
        return self.edges[node].items()

    def __contains__(self, node):
        return node in self.edges


def shortest(graph, start, goal=None):
    """Distances from start and the node before each; stops early when the goal is reached."""
    if start not in graph:
        raise KeyError(f"no such place: {start}")
    best = {start: 0}
    previous = {}
    done = set()
    heap = [(0, start)]
    while heap:
        distance, node = heapq.heappop(heap)
        if node in done:
            continue
        done.add(node)
        if node == goal:
            break
        for other, cost in graph.neighbours(node):
            candidate = distance + cost
            if candidate < best.get(other, float("inf")):
                best[other] = candidate
                previous[other] = node
                heapq.heappush(heap, (candidate, other))
    return best, previous


def path_to(goal, previous):
    path = [goal]
    while path[-1] in previous:
        path.append(previous[path[-1]])
    return path[::-1]


class Maze:
    """A grid of characters that looks like a graph of its free cells."""

    def __init__(self, rows):
        self.rows = rows
        self.cells = {(x, y): ch for y, row in enumerate(rows) for x, ch in enumerate(row) if ch != "#"}

    def find(self, ch):
        return next(place for place, c in self.cells.items() if c == ch)

    def neighbours(self, place):
        x, y = place
        for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1)):
            other = x + dx, y + dy
            if other in self.cells:
                yield other, 9 if self.cells[other] == "~" else 1

    def __contains__(self, place):
        return place in self.cells

    def draw(self, path):
        marks = set(path)
        for y, row in enumerate(self.rows):
            print("".join("*" if (x, y) in marks and ch in " ~" else ch for x, ch in enumerate(row)))


MAZE = """
#####################
#S    #     ~~~     #
# ### # ### ### ### #
#   # #   # #   #   #
### # ### # # ### # #
#   #   # ~   #   # #
# ##### ##### # ### #
#             #    G#
#####################
""".strip().splitlines()


def main():
    graph = Graph.parse(ROADS)
    distances, previous = shortest(graph, "Aachen")
    for city in sorted(distances, key=lambda c: (distances[c], c)):
        print(f"{distances[city]:5} km  {' > '.join(path_to(city, previous))}")
    for a, b in (("Hamburg", "Munich"), ("Leipzig", "Bonn")):
        best, previous = shortest(graph, a, b)
        print(f"{a} to {b}: {best[b]} km over {len(path_to(b, previous)) - 2} towns")
    try:
        shortest(graph, "Atlantis")
    except KeyError as e:
        print("KeyError:", e.args[0])
    maze = Maze(MAZE)
    start, goal = maze.find("S"), maze.find("G")
    best, previous = shortest(maze, start, goal)
    path = path_to(goal, previous)
    maze.draw(path)
    print(f"cost {best[goal]}, {len(path)} cells")


if __name__ == "__main__":
    main()
