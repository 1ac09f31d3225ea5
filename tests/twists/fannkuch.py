# args: 6
# size: 10
"""A builtin's name bound anew: lists of ints become lists of ints and of a subclass. usage: fannkuch.py [N]"""
import sys

from straight import fannkuch


class Card(int):
    pass


def cards(n):
    return [Card(i) if i % 2 else i for i in range(n)]


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    checksum, most = fannkuch.fannkuch(n)
    print(f"{checksum}\nPfannkuchen({n}) = {most}")
    fannkuch.range = cards
    checksum, most = fannkuch.fannkuch(n - 2)
    print(f"{checksum}\nPfannkuchen({n - 2}) = {most}")
    del fannkuch.range
    print(fannkuch.fannkuch(n - 2))


if __name__ == "__main__":
    main()
