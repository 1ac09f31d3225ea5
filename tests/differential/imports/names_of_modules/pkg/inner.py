import pkg

from . import sibling

STEP = 2


def twice(n):
    return n * STEP + sibling.zero(n)


def through_package(n):
    return pkg.SIZE * n + pkg.outer(1)
