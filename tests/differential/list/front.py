# Lists that lose and get items at the front, as queues do, and what else is done with them meanwhile.
class Source:
    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return (self.state >> 8) % limit


class Dies:
    def __init__(self, name, seen):
        self.name, self.seen = name, seen

    def __del__(self):
        self.seen.append(self.name)


def compare(seed, steps):
    """A list and a dict of places that must agree."""
    source = Source(seed)
    items, mirror = list(range(100)), tuple(range(100))
    for step in range(steps):
        what, size = source.below(16), len(items)
        at = source.below(size) if size else 0
        if what < 3 and size:
            assert items.pop(0) == mirror[0]
            mirror = mirror[1:]
        elif what < 5 and size:
            del items[at]
            mirror = mirror[:at] + mirror[at + 1:]
        elif what < 7:
            place = (0, 0, 1, at)[source.below(4)] if size > 1 else 0
            items.insert(place, step)
            mirror = mirror[:place] + (step,) + mirror[place:]
        elif what < 10:
            items.append(step)
            mirror += (step,)
        elif what == 10:
            stop = min(size, at % 20)
            del items[:stop]
            mirror = mirror[stop:]
        elif what == 11:
            items[at:at + 3] = [step, step]
            mirror = mirror[:at] + (step, step) + mirror[at + 3:]
        elif what == 12:
            items.extend((step, step + 1, step + 2))
            mirror += (step, step + 1, step + 2)
        elif what == 13 and size:
            assert items.pop() == mirror[-1]
            mirror = mirror[:-1]
        elif what == 14 and step % 5 == 0:
            items.sort()
            mirror = tuple(sorted(mirror))
        elif what == 15 and step % 50 == 0:
            items.reverse()
            mirror = mirror[::-1]
        assert tuple(items) == mirror, (step, what)
    return len(items), sum(items)


def queue(rounds):
    items, total = [0], 0
    for i in range(1, rounds):
        items.append(i)
        if i % 3:
            total += items.pop(0)
    while items:
        total += items.pop(0)
    return total, items


def insertions():
    items = []
    for i in range(300):
        items.insert(0, i)
        if i % 4 == 3:
            del items[1]
    print(len(items), items[:5], items[-5:])
    for index in (0, -1, 1, 5, -5, 1000, -1000, True):
        items.insert(index, str(index))
    print(items[:6], items[-6:])
    try:
        items.insert("a", 1)
    except TypeError as error:
        print(error)
    try:
        del items[10000]
    except IndexError as error:
        print(error)
    try:
        del items["x"]
    except TypeError as error:
        print(error)
    del items[-1], items[-2]
    print(len(items), items[-3:])


def deaths():
    seen = []
    items = [Dies(i, seen) for i in range(40)]
    del items[3]
    items.pop(0)
    del items[:5]
    del items[-1]
    print(seen, len(items), items[0].name)
    items.clear()
    print(seen)
    items.append(1)
    print(items)


def rotate(rounds):
    order = list(range(64))
    for i in range(rounds):
        at = i * i % 64
        item = order[at]
        if at:
            del order[at]
            order.insert(0, item)
    return order


def during_sort():
    items = list(range(50, 0, -1))
    for _ in range(10):
        items.pop(0)

    def key(item):
        if item == 5:
            items.extend(range(40))
            for _ in range(20):
                items.pop(0)
        return item

    try:
        items.sort(key=key)
    except ValueError as error:
        print(error)
    print(items[:5], len(items))


def iterated():
    items = list(range(60))
    seen = []
    for item in items:
        seen.append(item)
        if item % 2:
            items.pop(0)
    print(seen, items)
    each = iter(items)
    next(each)
    items.pop(0)
    items.insert(0, "new")
    print(list(each)[:3], list(reversed(items))[:3])


for seed in range(6):
    print(compare(seed, 600))
print(queue(1000))
insertions()
deaths()
print(rotate(500))
during_sort()
iterated()
compact = [False] * 50
del compact[0]
compact.insert(0, True)
compact.insert(3, 7)
print(compact[:5], len(compact))
