"""Calls of names that builtin types have: on exact ones, on subclasses, on classes that have them too, in hot loops."""


class Box:
    def __init__(self):
        self.seen = []

    def get(self, key, default=None):
        self.seen.append(key)
        return default

    def add(self, item):
        self.seen.append(item)
        return 'added'

    def pop(self, *rest):
        return rest

    append = add


class MyDict(dict):
    def get(self, key, default=None):
        return ('mine', super().get(key, default))


class MySet(set):
    def add(self, item):
        super().add((item, 'mine'))


class MyList(list):
    def append(self, item):
        super().append(item * 2)

    def pop(self, *rest):
        return 'popped'


class MyStr(str):
    def upper(self):
        return 'UP'


class Late:
    def __getattr__(self, name):
        return lambda *rest: (name, rest)


def lookups(things, n):
    out = []
    for i in range(n):
        for thing in things:
            out.append(thing.get(i % 3, 'none'))
    return out


print(lookups([{0: 'a', 1: 'b'}, MyDict({1: 'c'}), Box(), Late()], 4))


def additions(things, n):
    for i in range(n):
        for thing in things:
            thing.add(i * 1 if i % 2 else str(i))


box = Box()
sets = [set(), MySet(), box]
additions(sets, 5)
print(sorted(sets[0], key=str), sorted(sets[1], key=str), box.seen)


def pops(things):
    out = []
    for thing, arguments in things:
        for i in range(2):
            try:
                if arguments is None:
                    out.append(thing.pop())
                else:
                    out.append(thing.pop(arguments if i == 0 else arguments))
            except Exception as e:
                out.append((type(e).__name__, str(e)))
    return out


print(pops([([1, 2], None), ([1, 2], 0), ([], None), ({'k': 1}, 'k'), ({}, None), ({7}, None), (set(), None),
            (MyList([1]), None), (Box(), 3), (bytearray(b'ab'), None), ('text', None), (None, None), (5, 1), (2.5, None)]))


def upper(values):
    return [value.upper() for value in values]


print(upper(['a', MyStr('b'), 'ß']), b'x'.upper())
try:
    print(upper(['a', 1]))
except AttributeError as e:
    print(e)


def arguments(text, n):
    for i in range(n):
        for call in (lambda: text.split(), lambda: text.split(',', i), lambda: text.split(None, -1), lambda: text.split(sep=','),
                     lambda: text.split(1), lambda: text.split(',', 'x'), lambda: text.split(',', 1, 2),
                     lambda: text.replace('a', 'b', i), lambda: text.replace('a', 1), lambda: text.replace('a'),
                     lambda: text.find('b', -3), lambda: text.find('b', None, 2 ** 70), lambda: text.find(2),
                     lambda: text.startswith(('a', 'x')), lambda: text.startswith('b', 2), lambda: text.startswith(3),
                     lambda: text.count('a', 0, True), lambda: text.rjust(12, '*'), lambda: text.rjust(True), lambda: text.rjust('3'),
                     lambda: text.join([]), lambda: text.join(['x', 1]), lambda: text.strip(1), lambda: text.endswith(MyStr('c')),
                     lambda: text.removeprefix(MyStr('a')), lambda: text.index('zz'), lambda: [1, 2].index(3, -1),
                     lambda: [1, 2, 3].index(3, -1), lambda: [3].insert(), lambda: [3].remove(4), lambda: {1}.remove(2),
                     lambda: {1}.add(), lambda: {}.get(), lambda: {}.get([]), lambda: {}.get(1, 2, 3), lambda: {}.get(key=1),
                     lambda: {}.setdefault(1), lambda: {1: 2}.update({3: 4}), lambda: {1}.update([2], (3,)), lambda: 'x'.format(1)):
            try:
                result = call()
            except Exception as e:
                result = type(e).__name__, str(e)
            if i == n - 1:
                print(result)


arguments('a,b,c', 2)


# What is called is looked up before the arguments are evaluated, and the arguments can do anything.
def swaps(n):
    target = {0}
    first = target
    for i in range(n):
        target.add((target := [i]) and i)
        target = first
    return sorted(first)


print(swaps(3))


def suspended(s):
    while True:
        s.add((yield len(s)))


g = suspended(set())
print(next(g), g.send(1), g.send('x'), g.send(1))
try:
    g.send([])
except TypeError as e:
    print('TypeError')


def branches(s, d, n):
    for i in range(n):
        s.add(i if i % 3 else -i * 2 ** 40 * 2 ** 10)
        s.discard(i - 1 if i > 1 else None)
        d.setdefault(i % 2 or 'even', []).append(i + (1 if i < 3 else 0.5))
    return sorted(s), d


print(branches(set(), {}, 6))

# Sets of ints, small and large, with other keys of the same hash, emptied and filled again.
for keys in ([1, 2, 3], [1.0, 2, True, 3], [-1, -2, -1.0], list(range(20)), [2 ** 61 - 1, 0, 0.0], ['a', 1, 'b', 2]):
    s = set()
    for round in range(3):
        for key in keys:
            s.add(key)
        for key in keys[::2]:
            s.discard(key)
            s.discard(key)
        for key in keys[1:]:
            s.add(key)
        print([key in s for key in keys], len(s), list(s) if all(type(k) is int for k in keys) else '')
        try:
            s.remove(keys[0])
        except KeyError as e:
            print('KeyError', e)
        if keys[1] in s:
            s.remove(keys[1])


class Same:
    def __hash__(self):
        return 5

    def __eq__(self, other):
        print('asked', other)
        return other == 5


s = {Same()}
s.add(5)
print(len(s), 5 in s, 6 in s)
s.discard(5)
print(len(s))
