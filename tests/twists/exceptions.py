# args: 1000
# size: 1300000
"""Exceptions of a subclass of another module, and a function replaced late. usage: exceptions.py [N]"""
import sys

from straight import exceptions


class Worse(exceptions.Refused):
    def __init__(self, code):
        super().__init__(code + 0.5)


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1300000
    original = exceptions.check

    def check(i):
        if i % 3 == 0:
            raise Worse(i % 7)
        return original(i)

    refused = values = fine = missing = 0
    table = {i: i for i in range(0, 100, 2)}
    for i in range(n):
        if i == n * 9 // 10:
            exceptions.check = check
            exceptions.deep.calls = float(exceptions.deep.calls)
        try:
            fine += exceptions.deep(i, i % 4) % 10
        except exceptions.Refused as e:
            refused += e.code
        except ValueError as e:
            values += e.args[0] % 3
        try:
            fine += table[i % 100]
        except KeyError:
            missing += 1
    print(refused, values, fine, missing, exceptions.deep.calls)


if __name__ == "__main__":
    main()
