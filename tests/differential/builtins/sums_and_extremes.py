# sum(), min() and max() of lists: of one kind of number, of several, and of lists that change meanwhile.
import math

inf, nan = math.inf, math.nan


def show(values):
    try:
        print(repr(sum(values)), repr(min(values)), repr(max(values)))
    except Exception as error:
        print(type(error).__name__, error)


for values in (
    [1, 2, 3], [5], [-1, -2], list(range(1000)), [2**48 - 1] * 9, [2**47] * 70000, [2**62, 2**62, 2**62], [2**100, -(2**100), 1],
    [0.1] * 10, [1e100, 1.0, -1e100], [0.1, 0.2, 0.3, -0.6], [1e308, 1e308, -1e308], [inf, 1.0], [inf, -inf], [-0.0, 0.0],
    [0.0, -0.0], [-0.0], [-0.0, -0.0], [1, 0.5, 2], [0.5, 1, 2], [1, 2, 0.5, 2**60, 0.25], [0.5, 2**60, 0.25],
    [0.5, 2**70, 0.25], [True, False, True], [True, 1, 0.5], [1, True, 2], [0.5, True], [2**70, 0.5, 1], [1, "x"], ["a", "b"],
    [1, None], [1.5, None], [], [[1], [2]], (1, 2, 3), (0.5, 0.25), (3, 1.5), [1, 1.0, True], [1.0, 1], [True, 1.0],
    [2**53, 1.0, 1.0], [1.0, 2**53, 1, 1], [1e16, 1.0, 1, 1.0],
):
    show(values)
for values in ([nan, 1.0], [1.0, nan], [2.0, nan, 1.0], [nan, nan], [1.0, nan, 0.5, 3.0], [1, nan, 0], [nan, 3, 1]):
    print(repr(sum(values)), repr(min(values)), repr(max(values)))
    print([min(values) is v for v in values] == [v is min(values) for v in values])
print(sum([0.1] * 10, 0.0), sum([1, 2], 10), sum([0.5, 1], 3), sum([1, 2], 0.5), sum([1, 2], True), sum([], 5), sum([], -0.0))
print(repr(sum([-0.0], -0.0)), repr(sum([-0.0, -0.0], -0.0)), repr(sum([1, 2], 2**62)), sum([[1], [2]], []))
print(sum([0.1, 0.7] * 1000), sum(x / 7 for x in range(1000)), sum([x / 7 for x in range(1000)]), sum((x / 7 for x in range(1000)), 1))
print(min([3, 1, 2], key=lambda x: -x), max([3.5, 1.5], default=0), min([], default="none"), max([1, 5, 5.0]), max([5.0, 5]))


class Adds:
    def __init__(self, values):
        self.values = values

    def __radd__(self, other):
        self.values.clear()
        return other + 100


class Grows:
    def __init__(self, values):
        self.values = values

    def __radd__(self, other):
        if len(self.values) < 6:
            self.values.append(0.5)
            self.values.append(7)
        return other + 1


values = [1, 2]
values += [Adds(values), 4, 5]
print(sum(values), values)
values = [1, 2]
values += [Grows(values), 4]
print(sum(values), len(values))


class Less:
    def __init__(self, values):
        self.values = values

    def __lt__(self, other):
        self.values.clear()
        return True

    def __gt__(self, other):
        self.values.append(99)
        return False


values = [1, 2]
values += [Less(values), 0]
print(type(min(values)).__name__, values)
values = [1, 2]
values += [Less(values), 0]
print(max(values), len(values))
small = 2**48
print(min([small, small - 1]), max([-small, -small - 1]), min([small * 2, 1]), max([1.0, small * 4]), max([small * 4, 1.0]))
