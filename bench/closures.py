# args: 2000
# count: 50000
"""Closures, lambdas and higher-order functions. usage: closures.py [N]"""
import sys


def counter():
    n = 0

    def add(k):
        nonlocal n
        n += k
        return n
    return add


def compose(f, g):
    return lambda x: f(g(x))


def curry(a):
    return lambda b: lambda c: (a * b + c) % 1000003


def fold(f, items, start):
    for item in items:
        start = f(start, item)
    return start


def apply_twice(f, x):
    return f(f(x))


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1300000
    add = counter()
    for i in range(n):
        add(i & 7)
    pipeline = compose(lambda x: x + 1, compose(lambda x: x * 3, lambda x: x - 2))
    total = 0
    for i in range(n):
        total = (total + pipeline(i) + apply_twice(pipeline, i & 15)) % 1000003
    for i in range(n // 2):
        total = (total + curry(i)(total)(7)) % 1000003
    total += fold(lambda a, b: (a * 31 + b) % 65537, range(n), 1)
    evens = list(filter(lambda x: x % 2 == 0, map(lambda x: x * x, range(n))))
    print(add(0), total, len(evens), sum(evens) % 1000003)


if __name__ == "__main__":
    main()
