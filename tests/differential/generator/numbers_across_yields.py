"""What loops of generators know lives on across their yields: numbers of all sizes, iterators, items; and is forgotten."""
import gc


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def doubling(n, start):
    for k in range(n):
        yield start
        start *= 2


def floats(xs):
    total = 0.0
    for x in xs:
        total += x
        yield total
        total -= x / 2


def steps(a, b, step):
    for i in range(a, b, step):
        flag = i % 3 == 0
        yield i, flag
        if flag:
            yield -i


print(list(count(5)), sum(count(100)))
print(list(doubling(6, 1)), list(doubling(5, 2 ** 60)), list(doubling(4, 1.5)), list(doubling(4, -(2 ** 62))))
print(list(doubling(3, 'ab')), list(doubling(2, [1])), list(doubling(70, 1))[-3:])
print(list(floats([1.0, 2.5, float('inf'), 1.0])), list(floats([1, True, 2])), list(floats([float('nan')])), list(floats([-0.0])))
print(list(steps(0, 10, 4)), list(steps(10, -10, -5)), list(steps(-2 ** 50, -2 ** 50 + 9, 3)))


# Lists and pairs of lists that change while the generator waits.
def items(values):
    for i, value in enumerate(values):
        yield i, value


def pairs(left, right):
    for a, b in zip(left, right):
        yield a + b


def backwards(values):
    for value in reversed(values):
        yield value


values = [1, 2, 3]
for i, value in items(values):
    if i < 5:
        values.append(value * 10)
print(values)
left, right = [1, 2, 3], [10, 20, 30]
g = pairs(left, right)
print(next(g))
del left[1:]
print(list(g), list(pairs('ab', 'cd')), list(pairs((1, 2.5), [3, 4])))
values = [1, 2, 3, 4]
g = backwards(values)
print(next(g), values.clear(), list(g))


# What comes in through send, and what changes kind on the way.
def running(value):
    while True:
        sent = yield value
        if sent is None:
            value += 1
        else:
            value = value * 2 + sent


g = running(1)
print(next(g), next(g), g.send(3), g.send(0.5), next(g), g.send(2 ** 70), next(g))
g = running(True)
print(next(g), next(g), g.send(True))


# Thrown into, closed, dropped: what handlers see, what is released.
class Held:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone', self.name)


def guarded(n):
    kept = Held('kept %d' % n)
    total = 0
    try:
        for i in range(n):
            item = Held('item %d' % i)
            total += i
            try:
                yield total
            except ValueError as e:
                print('caught', e, i, total, item.name)
                total += 100
            yield -total
    finally:
        print('finally', total, kept.name)


g = guarded(3)
print(next(g), g.throw(ValueError('x')), next(g), next(g), next(g))
g.close()
print('closed')
g = guarded(2)
print(next(g))
del g
gc.collect()
print('dropped')
g = guarded(2)
print(next(g))
try:
    g.throw(KeyError('out'))
except KeyError as e:
    print(repr(e))
print(list(guarded(1)))


# Parameters: unbound, rebound, defaults, *args.
def parameters(a, b=2, *rest, c=3.5, **more):
    for i in range(2):
        yield a, b, rest, c, sorted(more)
        a += i
        b = b * 2.5
        c = a
    del a
    yield b
    try:
        yield a
    except UnboundLocalError as e:
        yield str(e)


print(list(parameters(1)))
print(list(parameters(2 ** 62, 3, 'x', c=None, z=1)))


def late(flag):
    for i in range(3):
        if flag:
            x = i
        flag = not flag
        yield i
    yield x


print(list(late(True)), list(late(False)))


def recursive(n, row, columns, chosen):
    if row == n:
        yield tuple(chosen)
        return
    for column in range(n):
        if column in columns:
            continue
        columns.add(column)
        chosen.append(column)
        yield from recursive(n, row + 1, columns, chosen)
        chosen.pop()
        columns.remove(column)


print(list(recursive(3, 0, set(), [])), sum(1 for _ in recursive(5, 0, set(), [])))


def delegating(n):
    total = 0
    for i in range(n):
        total += yield from inner(i)
    return total


def inner(i):
    x = i * 1.5
    got = yield x
    return i if got is None else got


def run(gen):
    out = []
    try:
        while True:
            out.append(next(gen))
    except StopIteration as e:
        out.append(e.value)
    return out


print(run(delegating(4)))
g = delegating(3)
print(next(g), g.send(2 ** 65), g.send(1))


# Several at once, each with its own numbers.
one, two = doubling(5, 1), doubling(5, 1.0)
print([(a, b) for a, b in zip(one, two)])


def mixed(values):
    total = 0
    for value in values:
        total = total + value
        yield total


print(list(mixed([1, 2, 2 ** 62, 2 ** 62, 0.5, True])))
try:
    for x in mixed([1, 2, 'x']):
        print(x)
except TypeError as e:
    print(e)


def words(lines):
    seed = 42
    for _ in range(lines):
        found = []
        for _ in range(3):
            seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
            found.append('abcdefgh'[seed >> 8 & 7] + str(seed % 30))
            if seed & 64:
                found[-1] = found[-1].upper()
        yield ' '.join(found)


print(list(words(4)))
print([x * y for x in (i * i for i in range(4)) for y in (j + 0.5 for j in range(2))])
print(sum(x for x in range(10) if x % 2), list(x for x in [1, 2.5, 'a']), max(abs(x) for x in (-3, 2)))
