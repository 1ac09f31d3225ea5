from itertools import chain, count, groupby, islice, tee
print([(k, list(g)) for k, g in groupby("AAAABBBCCDAABBB")])
print([(k, list(g)) for k, g in groupby([1, 3, 5, 2, 4, 7], key=lambda x: x % 2)])
print([k for k, g in groupby([1, 1, 2, 2, 2, 3])], list(groupby([])), [(k, len(list(g))) for k, g in groupby([0, 0.0, False, 1, True], None)])
# A group that is left early, and one that is looked at too late.
groups = groupby("aaabbb")
k, g = next(groups)
print(k, next(g), iter(g) is g)
k2, g2 = next(groups)
print(k2, list(g), list(g2), next(groups, "end"), next(groups, "end"))
kept = list(groupby("aab"))
print([(k, list(g)) for k, g in kept])
nan = float("nan")
print([(str(k), len(list(g))) for k, g in groupby([nan, nan, 1])])


def told(items):
    for item in items:
        print("  reads", item)
        yield item


for k, g in groupby(told([1, 1, 2])):
    print(k)
    for x in g:
        print(" ", x)


class Key:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print("  ==", self.n, other.n)
        return self.n == other.n


print([(k.n, [x for x in g]) for k, g in groupby([1, 1, 2], Key)])

a, b = tee(told([1, 2, 3]))
print(next(a), next(a), next(b), list(a), list(b), next(a, "end"), next(b, "end"))
print(tee([], 0), [list(t) for t in tee("abc", 3)], tee(5, 0))
a, = tee(range(200), 1)
b = a.__copy__()
print(sum(a), sum(b), list(a), type(a).__name__)
first = list(islice(b, 5))
a, b, c = tee(iter(range(300)), 3)
print(sum(islice(a, 150)), sum(islice(b, 57)), sum(islice(c, 58)), sum(a), sum(b), sum(c))
a, b = tee("wxyz")
next(a)
c, d = tee(a)
print(list(c), list(d), list(b))


class Reenters:
    def __iter__(self):
        return self

    def __next__(self):
        return next(self.tee)


r = Reenters()
r.tee, other = tee(r)
try:
    next(r.tee)
except RuntimeError as e:
    print(e)
try:
    next(other)
except RuntimeError as e:
    print(e)


class Fails:
    n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n == 2:
            raise ValueError("second")
        return self.n


a, b = tee(Fails())
print(next(a))
try:
    next(a)
except ValueError as e:
    print(e)
print(next(a), next(b), next(b), next(b))
long, short = tee(count())
for n in islice(long, 100000):
    pass
print(next(long), next(short))
del long
print(next(short))
del short
