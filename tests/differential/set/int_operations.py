# oracle: native
"""Sets of ints, and of what is equal to ints, in operations of two sets."""
few, more = set(range(8)), set(range(4, 60, 3))
for left in (few, more, {True, 2.0, 5, (1, 2)}, {-1, -2, 0.0}, set(range(1000, 1100)), {2**20, 3, 1 + 0j}):
    for right in (few, more, {1, 2, 5, (3, 4)}, {-1.0, 0}, {1050, 1e3, 7.0}, frozenset([2**20, 3.0, 1])):
        print(sorted(map(repr, left & right)), sorted(map(repr, right & left)), len(left | right), len(left ^ right))
        print(list(left - right)[:6], list(right - left)[:6], left <= right, left.isdisjoint(right), right.issuperset(left))
        copy = set(left)
        copy |= right
        copy -= left
        copy ^= few
        print(list(copy)[:12])


class Like:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return hash(self.number)

    def __eq__(self, other):
        print("asked", self.number, other)
        return self.number == other


mixed = {Like(3), 4, Like(5)}
print(len(mixed & {3, 4}), len(mixed - {5}), len({3, 5, 7} - mixed), len({3, 5} | mixed))
