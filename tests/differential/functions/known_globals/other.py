def imported(n):
    return ("imported", n)


imported_was = imported


def twice(n):
    return helper(n) * 2


def helper(n):
    return n


def run(n):
    return imported(n), twice(n)


def change():
    global helper
    helper = lambda n: n + 1000
