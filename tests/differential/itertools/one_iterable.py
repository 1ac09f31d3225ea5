# What each adaptor gives. Laziness shows in the order of the lines.
from itertools import (accumulate, batched, chain, compress, count, cycle, dropwhile, filterfalse, islice, pairwise, repeat,
                       starmap, takewhile, zip_longest)


def told(name, items):
    for item in items:
        print(f"  {name} gives {item!r}")
        yield item
    print(f"  {name} ends")


def show(label, iterator, most=12):
    print(label, type(iterator).__name__, iter(iterator) is iterator)
    for _ in range(most):
        try:
            print(repr(next(iterator)))
        except StopIteration:
            print("end")
            break
    print(next(iterator, "still at its end") if most == 12 else "cut")


show("accumulate", accumulate(told("a", [1, 2, 3])))
show("accumulate", accumulate(told("a", [1, 2, 3]), lambda a, b: a * 10 + b))
show("accumulate", accumulate(told("a", [1, 2, 3]), initial=100))
show("accumulate", accumulate([], initial=None))
show("accumulate", accumulate([], initial=5))
show("accumulate", accumulate(["a", "b"], None, initial=""))
show("accumulate", accumulate([[1], [2]], func=lambda a, b: a + b))
show("batched", batched(told("a", range(5)), 2))
show("batched", batched(told("a", range(4)), 2, strict=True))
show("batched", batched("", 3))
show("chain", chain(told("a", [1]), told("b", []), told("c", "xy")))
show("chain", chain())
show("chain", chain.from_iterable(told("outer", ["ab", [], (1,)])))
show("compress", compress(told("data", "abcd"), told("selectors", [1, 0, "x", "", 1])))
show("compress", compress(told("data", "abcd"), told("selectors", [1])))
show("count", count(), 3)
show("count", count(5, -2), 4)
show("count", count(1.5, 0.25), 3)
show("count", count(2**48 - 2), 5)
show("count", count(-2**48 - 2, 3), 3)
show("count", count(2**63 - 2), 4)
show("count", count(2**70, 2**70), 3)
show("count", count(step=3), 3)
show("count", count(True), 2)
show("count", count(True, 2), 2)
show("count", count(1j, 2), 3)
show("cycle", cycle(told("a", "xyz")), 8)
show("cycle", cycle([]))
show("dropwhile", dropwhile(lambda x: x < 3, told("a", [1, 2, 3, 1, 5])))
show("takewhile", takewhile(lambda x: x < 3, told("a", [1, 2, 3, 1, 5])))
show("filterfalse", filterfalse(None, [0, 1, "", "a", [], None]))
show("filterfalse", filterfalse(bool, [0, 1, "", "a", [], None]))
show("filterfalse", filterfalse(lambda x: x % 2, told("a", range(5))))
show("islice", islice(told("a", range(10)), 3))
show("islice", islice(told("a", range(10)), 2, 7, 3))
show("islice", islice(told("a", range(4)), 1, None))
show("islice", islice(told("a", range(4)), None, None, 2))
show("islice", islice(told("a", range(4)), 0))
show("islice", islice(told("a", range(4)), 2, 1))
show("islice", islice(count(), 5, None, 10), 3)
show("pairwise", pairwise(told("a", [1, 2, 3])))
show("pairwise", pairwise([1]))
show("pairwise", pairwise(""))
show("repeat", repeat("x"), 3)
show("repeat", repeat("x", 2))
show("repeat", repeat("x", -1))
show("repeat", repeat(object="x", times=1))
show("starmap", starmap(pow, told("a", [(2, 5), [3, 2], {10: 0, 3: 1}])))
show("starmap", starmap(lambda *a: a, [(), "abc", range(2)]))
show("takewhile", takewhile(bool, [0]))
show("zip_longest", zip_longest(told("a", [1, 2, 3]), told("b", "x"), fillvalue="-"))
show("zip_longest", zip_longest([], [], []))
show("zip_longest", zip_longest())
show("zip_longest", zip_longest([None, None], [1]))
for it in (count(), count(3), count(2, 1), count(2, True), count(1.5), count(1, 2.5), count(1.0, 1), count(2**80), count(True), count(True, 2),
           repeat(1), repeat("a", 3), repeat([], 0), repeat(None, -5)):
    print(repr(it), str(it))
r = repeat(1, 3)
print(r.__length_hint__(), next(r), r.__length_hint__(), list(r), r.__length_hint__(), r)
c = count(5)
print(next(c), next(c), c)
print(list(zip(count(), "abc")), dict(zip("ab", repeat(0))), list(map(pow, range(4), repeat(2))))
print(max(accumulate([3, -1, 4], max)), sum(islice(cycle([1, 2, 3]), 100)), tuple(chain("ab", "cd")))


class Sub(chain):
    pass


class Keyword(chain):
    def __init__(self, *args, key=1):
        self.key = key


s = Sub("ab", [1])
s.extra = 5
print(list(s), s.extra, type(Sub.from_iterable(["x"])).__name__, list(Sub.from_iterable(["x"])), Keyword([1], key=7).key)
class Counting(count):
    pass
print(Counting(3), Counting(3, 2), next(Counting(9)))
