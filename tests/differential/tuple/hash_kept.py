"""A tuple's hash is what its items make it, however often it is asked for, and whatever the tuple was before."""


class Point(tuple):
    pass


class Odd:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        return self.n == (other.n if isinstance(other, Odd) else other)


for items in ((), (1,), (1, 2), ('a', 'b'), (1, 2, 3), (1, 'x', 2, 'y'), (-1, -2), (2 ** 70, 1), (1.0, 2), (True, None), ((1, 2), (3, 4))):
    made = tuple(list(items))
    print(hash(made) == hash(made) == hash(items) == hash(Point(items)), made in {items}, {made: 1}[items], len(made))
print(hash((Odd(1), Odd(2))) == hash((1, 2)), {(Odd(1), 2): 'x'}.get((1, 2)), {(1, 2): 'y'}.get((Odd(1), 2)))

# Pairs of items() that are used again for the next pair.
d = {i: str(i) for i in range(5)}
print([hash(pair) == hash((pair[0], pair[1])) for pair in d.items()])
seen = set()
for pair in d.items():
    seen.add(pair)
    print(pair in seen, (pair[0], pair[1]) in seen, len(seen))
hashes = []
for pair in d.items():
    hashes.append(hash(pair) == hash((pair[0], str(pair[0]))))
print(hashes, sorted(seen))

# Freed and made again in the same place.
for i in range(4):
    key = (i, i + 1)
    hash(key)
    del key
    key = (i + 1, i)
    print({key: i}[(i + 1, i)], (i, i + 1) in {key: i})
print(hash((1, 2) + (3, 4)) == hash((1, 2, 3, 4)), hash((1, 2) * 2) == hash((1, 2, 1, 2)), hash((0, 1, 2, 3)[1:3]) == hash((1, 2)))
long = tuple(range(200))
print(hash(long) == hash(tuple(range(200))), {long: 1}[tuple(range(200))])
counts = {}
for x in range(6):
    for y in range(4):
        key = (x % 3, y % 2)
        counts[key] = counts.get(key, 0) + 1
print(counts)
for wrong in (([], 1), (1, {})):
    try:
        hash(wrong)
    except TypeError as e:
        print(str(e)[:15])
for pair in enumerate('abc'):
    print(hash(pair) == hash((pair[0], pair[1])), pair in {(0, 'a'), (1, 'b')})
for pair in zip('abc', (1, 2, 3)):
    print(hash(pair) == hash((pair[0], pair[1])), pair in {('a', 1), ('c', 3)})
pairs = iter(enumerate('abc'))
found = {}
for i in range(3):
    pair = next(pairs)
    found[pair] = i
    del pair
print(found, list(map(hash, found)) == [hash((i, 'abc'[i])) for i in range(3)])
