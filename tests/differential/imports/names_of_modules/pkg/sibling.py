from . import inner


def zero(n):
    return n - n


def back(n):
    return inner.twice(n)
