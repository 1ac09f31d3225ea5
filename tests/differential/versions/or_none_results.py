# Functions that give None as often as something else, called directly from loops: numbers, tuples, instances and strs.
class Point:
    def __init__(self, x):
        self.x = x

    def half(self):
        return Point(self.x // 2) if self.x % 2 == 0 else None

    def root(self):
        return self.x ** 0.5 if self.x >= 0 else None


def find(items, wanted):
    for i, item in enumerate(items):
        if item == wanted:
            return i
    return None


def pair(n):
    best = None
    for i in range(n):
        if i % 3 == 2 and (best is None or i > best[0]):
            best = (i, i * i)
    return best


def name(n):
    if n & 1:
        return "odd" * (n & 3)


def is_far(n):
    found = pair(n)
    return found is None or found[0] > 20


def run(rounds):
    total = nones = 0
    for i in range(rounds):
        at = find([1, 2, 3, 4], i % 7)
        if at is None:
            nones += 1
        else:
            total += at
        found = pair(i % 40)
        if found is not None:
            total += found[0] + found[1]
        text = name(i)
        total += len(text) if text is not None else 1
        half = Point(i).half()
        if half:
            total += half.x
        root = Point(i - 50).root()
        if root is None:
            nones += 1
        else:
            total += int(root * 1000)
        total += is_far(i % 40)
    return total, nones


print(run(500))
print(run(5000))
find_before, find = find, lambda items, wanted: "now a str" if wanted > 5 else None
try:
    print(run(100))
except TypeError as e:
    print(e)
Point.root = lambda self: None
find = find_before
print(run(500))
