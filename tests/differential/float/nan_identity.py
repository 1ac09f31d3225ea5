# A NaN is equal to nothing, but containers look at identity first.
nan = float("nan")
other = float("nan")
print(nan in [nan], nan in [other], nan is nan, nan is other, nan == nan)
table = {nan: 1, other: 2}
print(len(table), table[nan], table[other], table.get(float("nan")))
print(len({nan, nan, other}), [nan].index(nan), [nan, other].count(nan))
print((nan,) == (nan,), (nan,) == (other,), [nan] == [other], {1: nan} == {1: nan})
copy = nan
print(copy is nan, copy in (nan,), copy in {nan}, copy in {nan: 1})
for attempt in (lambda: [nan].index(other), lambda: {nan: 1}[other], lambda: [nan].remove(other)):
    try:
        attempt()
    except (ValueError, KeyError) as error:
        print(type(error).__name__, error)
mixed = [nan, 1.0, other]
mixed.remove(other)
print(mixed, mixed[0] is nan)
print(max([nan, 1]), max([1, nan]), sorted([3, nan, 1]), min(nan, 2))
print(nan != nan, bool(nan), hash(nan) == hash(nan), hash(nan) == hash(other))


def make():
    return float("nan")


print(make() in [make()], make() is make(), len({make() for _ in range(5)}))
triple = [make()] * 3
print(len(set(triple)), triple.count(triple[0]), triple == triple, triple == list(triple), float(nan) is nan)
