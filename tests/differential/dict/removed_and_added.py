# Keys that are added where others were removed, found behind them, and compared with keys of other kinds.
class Key:
    def __init__(self, n, log):
        self.n = n
        self.log = log

    def __hash__(self):
        self.log.append(("hash", self.n))
        return self.n % 4

    def __eq__(self, other):
        self.log.append(("eq", self.n, other.n if isinstance(other, Key) else other))
        return isinstance(other, Key) and self.n == other.n


class Pair(tuple):
    def __eq__(self, other):
        return "pair" if len(other) == 2 else False

    __hash__ = tuple.__hash__


def churn(keys):
    d = {}
    log = []
    for step in range(6):
        for i, key in enumerate(keys):
            if (i + step) % 3 == 0:
                d[key] = d.get(key, 0) + step
            elif (i + step) % 3 == 1:
                log.append(d.pop(key, None))
            else:
                log.append(key in d)
    return list(d.items()), log


def counted(words):
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    again = {}
    for word in words:
        if word in again:
            again[word] += 1
        else:
            again[word] = 1
    return counts == again, sorted(counts.items(), key=repr)


def main():
    print(churn(list(range(40))))
    print(churn([i * 2**20 for i in range(40)]))
    print(churn([str(i) for i in range(40)]))
    print(churn([(i % 5, i // 5) for i in range(40)]))
    print(churn([(i % 5, i // 5, i % 2) for i in range(40)]))
    print(churn([(str(i % 5), i) for i in range(40)]))
    print(churn([i / 2 for i in range(40)]))
    print(churn([(i, (i, str(i))) for i in range(30)]))
    print(churn([0, 0.0, False, 1, 1.0, True, "0", (0,), (0.0,), (False,), (), None, -1, -2, (-1,), (-2,), (-1, -2)]))
    print(counted("the cat and the dog and the bird".split()))
    print(counted([(i * 7 % 3, i % 2) for i in range(50)]))
    print(counted([(1, 2), (1.0, 2), (True, 2.0), ("1", 2), (1, 2, 3), (1,), Pair((1, 2))]))
    print(counted([1, 1.0, True, 2**60, 2.0**60, "a", "a\0"]))
    log = []
    d = {Key(i, log): i for i in range(12)}
    for i in (3, 7, 1):
        del d[Key(i, log)]
    d[Key(7, log)] = "again"
    d[Key(20, log)] = "new"
    print([(k.n, v) for k, v in d.items()], d.get(Key(99, log)), d[Key(20, log)])
    print(log)
    d = {(i, i): i for i in range(5)}
    try:
        d[([], 1)] = 1
    except TypeError as e:
        print(type(e).__name__, len(d))
    try:
        d.get((1, {}))
    except TypeError as e:
        print(type(e).__name__, len(d))
    for n in range(30):
        d = {i: i for i in range(n)}
        for i in range(0, n, 2):
            del d[i]
        for i in range(n, n + 10):
            d[i] = -i
        for i in range(0, n, 2):
            d[i] = i
        print(len(d), list(d)[-5:], sum(d.values()), all(i in d for i in range(n + 10)))


main()
