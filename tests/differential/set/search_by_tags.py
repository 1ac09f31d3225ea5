"""Sets of many sizes with removed items between: what is found, the order, and which __eq__ is asked when."""


class Noisy:
    """Equal to its number, and says when it is asked."""
    log = []

    def __init__(self, number, hash_value):
        self.number = number
        self.hash_value = hash_value

    def __hash__(self):
        return self.hash_value

    def __eq__(self, other):
        Noisy.log.append((self.number, other.number if isinstance(other, Noisy) else other))
        return self.number == (other.number if isinstance(other, Noisy) else other)

    def __repr__(self):
        return f"N{self.number}"


def churn(size, rounds, make):
    """Adds and removes by a small generator of numbers; shows the order each time."""
    items, seed, shown = set(), size * 7 + 1, []
    for _ in range(rounds):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        item = make((seed >> 8) % size - size // 3)
        if seed >> 5 & 1:
            items.add(item)
        else:
            items.discard(item)
        if seed >> 20 & 15 == 0:
            shown.append(sum(i * hash(x) for i, x in enumerate(items)) % 1000003)
    found = [item in items for item in map(make, range(-size, size))]
    return shown, len(items), found.count(True), list(items)[:5]


for size in (3, 8, 12, 20, 40, 64, 65, 100, 300, 1500):
    print(size, churn(size, 40 + size * 4, lambda n: n))
    print(size, churn(size, 40 + size * 4, lambda n: (n, n + 1))[1:3])
    print(size, churn(size, 40 + size * 4, lambda n: n * 1.5))
    print(size, churn(size, 40 + size * 4, lambda n: n << 60))

# Other types with the hashes of ints.
numbers = {1, 2, 3, -1, -2}
print(1.0 in numbers, True in numbers, 2.5 in numbers, -1.0 in numbers, 1 + 0j in numbers)
mixed = {1.0, 2.0, True, -2.0}
print(1 in mixed, 2 in mixed, -2 in mixed, -1 in mixed, sorted(mixed))

# Several keys with one hash: each is asked in the order of its place.
for count in (2, 4, 5, 20, 70):
    same = {Noisy(i, 5) for i in range(count)}
    same.discard(Noisy(1, 5))
    Noisy.log.clear()
    print(Noisy(count - 1, 5) in same, Noisy(count + 1, 5) in same, 5 in same, len(Noisy.log), Noisy.log[:4])
    same.add(Noisy(1, 5))
    print(sorted(same, key=lambda n: n.number)[:4], len(same))


class Changing:
    """Empties the set while it is asked."""
    target = None

    def __init__(self, answer):
        self.answer = answer

    def __hash__(self):
        return 7

    def __eq__(self, other):
        if Changing.target is not None:
            target, Changing.target = Changing.target, None
            target.clear()
            target.update(range(30))
        return self.answer


for answer in (False, True):
    for extra in (0, 10, 100):
        items = {Changing(answer), *range(100, 100 + extra)}
        Changing.target = items
        probe = Changing(answer)
        print(answer, extra, probe in items, len(items), 7 in items)
        items.add(probe)
        print(len(items))

# Small and large tables change places.
small, large = {1, 2, 3}, set(range(50))
small.discard(2)
small ^= large
large &= {3, 60}
print(sorted(small)[:4], len(small), sorted(large))
small.intersection_update({5, 6, 7})
small.add(2)
print(sorted(small), small.pop() in small)
small.clear()
print(small, len(small), 5 in small)
frozen = frozenset(range(33))
print(hash(frozen) == hash(frozenset(reversed(range(33)))), 32 in frozen, 33 in frozen, frozen - {32} < frozen)
