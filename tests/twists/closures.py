# args: 2000
# size: 1300000
"""A counter that overflows late, and functions over values of another type. usage: closures.py [N]"""
import sys

from straight.closures import apply_twice, compose, counter, curry, fold


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1300000
    add = counter()
    late = n * 9 // 10
    for i in range(n):
        add(i & 7 if i < late else 1 << 60)
    pipeline = compose(lambda x: x + 1, compose(lambda x: x * 3, lambda x: x - 2))
    total = 0
    for i in range(n):
        x = i if i < late else i + 0.5
        total = (total + pipeline(x) + apply_twice(pipeline, i & 15)) % 1000003
    for i in range(n // 2):
        total = (total + curry(i)(total)(7)) % 1000003
    total += fold(lambda a, b: (a * 31 + b) % 65537, range(n), 1)
    evens = list(filter(lambda x: x % 2 == 0, map(lambda x: x * x, range(n))))
    print(add(0), total, len(evens), sum(evens) % 1000003)
    print(add(0.5), fold(lambda a, b: a + b, "abc", ""), apply_twice(compose(str, len), "x" * 12))


if __name__ == "__main__":
    main()
