"""Imports second, which imports first before its functions are there."""
import second


def f(n):
    return n + 1


def run(n):
    return sum(second.g(i) for i in range(n))
