# args: 15
# size: 36
"""An int that overflows late, and floats: the ends of the recursion become large. usage: fib.py [N]"""
import sys

from straight import fib


class Large(int):
    """Its numbers below two are far apart."""

    def __lt__(self, other):
        return int(self) < 2

    def __sub__(self, other):
        return Large(int(self) - other)

    def __add__(self, other):
        return (int(self) + (1 << 61)) + other

    __radd__ = __add__


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 36
    print(fib.fib(n))
    print(fib.fib(n * 0.75), fib.fib(True), fib.fib(-2.5))
    print(fib.fib(Large(12)))


if __name__ == "__main__":
    main()
