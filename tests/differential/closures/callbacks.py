# Functions that the runtime calls for each item: sorted(), min(), max(), map(), filter().
import sys

words = ["pear", "fig", "apple", "kiwi", "banana"]
print(sorted(words, key=lambda w: (len(w), w)), sorted(words, key=len), min(words, key=lambda w: w[-1]), max(words, key=len))
print(list(map(lambda x: x * x, range(5))), list(filter(lambda x: x % 2, range(7))), list(map(lambda a, b: a - b, [5, 6], [1, 2])))
print(list(filter(None, [0, 1, "", "a"])), list(map(str, range(3))), sorted([3, 1, 2], key=lambda x, sign=-1: sign * x))
print(sorted(range(6), key=lambda x: -(x % 3)), list(map(lambda *a: a, "ab", "cd")))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        trace, names = error.__traceback__, []
        while trace:
            names.append(trace.tb_frame.f_code.co_name)
            trace = trace.tb_next
        print(type(error).__name__, error, len(names) > 50 or names)


attempt(lambda: sorted([1, 0, 2], key=lambda x: 1 // x))
attempt(lambda: max([1, 0, 2], key=lambda x: 1 // x))
attempt(lambda: list(map(lambda x: 1 // x, [1, 0])))
attempt(lambda: list(filter(lambda x: 1 // x, [1, 0])))
attempt(lambda: sorted([1, 2], key=lambda: 0))
attempt(lambda: list(map(lambda a, b: 0, [1])))
attempt(lambda: sorted([1, 2], key=lambda x, *, y: 0))
attempt(lambda: list(map(5, [1])))


def deep(n):
    return 0 if n == 0 else max([n], key=lambda x: deep(n - 1))


attempt(lambda: deep(20))
sys.setrecursionlimit(150)
attempt(lambda: deep(500))
sys.setrecursionlimit(1000)


calls = []


def key(x):
    calls.append(x)
    if len(calls) == 2:
        key.__code__ = other.__code__
    return x


def other(x):
    calls.append(-x)
    return -x


code = key.__code__
print(sorted([3, 1, 2], key=key), calls)
key.__code__ = code
calls.clear()
print(list(map(key, [0, 1, 2, 3])), calls)


def lazy():
    seen = []
    squares = map(lambda x: seen.append(x) or x * x, range(10))
    for square in squares:
        if square > 8:
            break
    return seen, next(squares), seen


print(lazy())


def generate(x):
    yield x


print([next(g) for g in map(generate, range(3))])


class Sized:
    def __bool__(self):
        print("asked")
        return True


print(len(list(filter(lambda x: Sized(), range(2)))))
