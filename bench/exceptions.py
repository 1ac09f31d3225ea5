# args: 1000
# count: 35000
"""Exceptions raised, caught, passed through and ignored. usage: exceptions.py [N]"""
import sys


class Refused(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


def check(i):
    if i % 3 == 0:
        raise Refused(i % 7)
    if i % 5 == 0:
        raise ValueError(i)
    return i


def deep(i, depth):
    if depth == 0:
        return check(i)
    try:
        return deep(i, depth - 1)
    finally:
        deep.calls += 1


deep.calls = 0


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1300000
    refused = values = fine = missing = 0
    table = {i: i for i in range(0, 100, 2)}
    for i in range(n):
        try:
            fine += deep(i, i % 4) % 10
        except Refused as e:
            refused += e.code
        except ValueError as e:
            values += e.args[0] % 3
        try:
            fine += table[i % 100]
        except KeyError:
            missing += 1
    print(refused, values, fine, missing, deep.calls)


if __name__ == "__main__":
    main()
