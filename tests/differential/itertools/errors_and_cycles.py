# Iterators that fail and go on, or end and go on; what comes back to its own iterator; cycles through iterators.
import gc
from itertools import (accumulate, batched, chain, combinations, compress, count, cycle, dropwhile, filterfalse, groupby, islice,
                       pairwise, permutations, product, repeat, starmap, takewhile, tee, zip_longest)


class Flaky:
    """1, then an error, 3, an end, 5, 6, ..."""

    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n == 2:
            raise KeyError("two")
        if self.n == 4 or self.n > 8:
            raise StopIteration
        return self.n


def steps(make):
    try:
        iterator = make(Flaky())
    except Exception as e:
        print("at once", type(e).__name__, e)
        return
    line = []
    for _ in range(9):
        try:
            item = next(iterator)
            line.append(item if not isinstance(item, tuple) or not hasattr(item[-1], "__next__") else item[0])
        except StopIteration:
            line.append("end")
        except Exception as e:
            line.append(type(e).__name__)
    print(line)


for make in (accumulate, lambda f: accumulate(f, initial=0), lambda f: batched(f, 2), lambda f: batched(f, 3), lambda f: batched(f, 2, strict=True), lambda f: chain(f, "ab"),
             lambda f: chain.from_iterable(f), lambda f: compress(f, repeat(1)), lambda f: compress("abcdefghi", f), cycle,
             lambda f: dropwhile(lambda x: x < 3, f), lambda f: takewhile(lambda x: x < 9, f), lambda f: filterfalse(None, f),
             lambda f: filterfalse(lambda x: 0, f), lambda f: islice(f, 8), lambda f: islice(f, 2, None), lambda f: islice(f, 0, None, 2), pairwise, lambda f: starmap(print, f),
             lambda f: zip_longest(f, "ab"), lambda f: zip_longest("ab", f), lambda f: zip_longest(f, f), lambda f: tee(f)[0], lambda f: combinations(f, 2),
             permutations, product, lambda f: (k for k, g in groupby(f)), groupby):
    steps(make)


class Back:
    """An iterator that asks the one that is made of it."""

    def __init__(self, make, depth=2):
        self.depth = depth
        self.n = 0
        self.outer = make(self)

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 6:
            raise StopIteration
        if self.depth:
            self.depth -= 1
            print("  inner", next(self.outer, "end"))
        return self.n


for make in (accumulate, lambda f: batched(f, 2), lambda f: chain(f, "ab"), lambda f: chain.from_iterable([f]), lambda f: compress(f, repeat(1)), cycle,
             lambda f: dropwhile(lambda x: x < 3, f), lambda f: takewhile(lambda x: x < 9, f), lambda f: filterfalse(None, f), lambda f: islice(f, 3),
             lambda f: islice(f, 1, None, 2), pairwise, lambda f: zip_longest(f, "ab")):
    back = Back(make)
    print([next(back.outer, "end") for _ in range(6)])
    del back


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def make_cycles():
    for name, make in (("chain", lambda h: chain(h)), ("cycle", cycle), ("accumulate", accumulate), ("islice", lambda h: islice(h, 5)), ("product", lambda h: product(h)),
                       ("zip_longest", lambda h: zip_longest(h, fillvalue=h)), ("repeat", repeat), ("groupby", groupby), ("starmap", lambda h: starmap(h.append, h)),
                       ("combinations", lambda h: combinations(h, 1)), ("permutations", permutations), ("compress", lambda h: compress(h, h)),
                       ("pairwise", pairwise), ("batched", lambda h: batched(h, 2)), ("takewhile", lambda h: takewhile(h.append, h))):
        holder = [Node(name)]
        holder.append(make(holder))


gc.disable()
make_cycles()
gc.collect()
holder = [Node("tee")]
a, b = tee(holder)
next(a)
holder.append(a)
del a, b, holder
gc.collect()
# A total, an item of a group and a saved item that hold the iterator itself.
class Holds:
    def __add__(self, other):
        return other
    def __del__(self):
        print("del Holds")
items = [Holds(), Holds()]
it = accumulate(items)
items[1].it = it
next(it); next(it)
del items, it
gc.collect()
print("end")
