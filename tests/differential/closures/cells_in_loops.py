# Variables that functions share, read and bound in hot code: numbers that take the place of numbers, and everything else.
def counter(start):
    n = start

    def add(k):
        nonlocal n
        n += k
        return n
    return add


def count(add, steps):
    for step in steps:
        add(step)
    return add(0)


print(count(counter(0), range(100)), count(counter(2**47), [2**47] * 20), count(counter(2**62), [2**62] * 5))
print(count(counter(0.5), range(10)), count(counter(0), [1, 0.5, 2]))
print(count(counter(-(2**63)), [-1, -1, 2**64]))
try:
    count(counter("a"), ["b"])
except TypeError as error:
    print(error)


class Loud:
    def __init__(self, name):
        self.name = name

    def __add__(self, other):
        print("add", self.name, other)
        return other

    def __del__(self):
        print("end of", self.name)


def replace():
    value = Loud("first")

    def store(new):
        nonlocal value
        value = new

    def load():
        return value
    for i in range(3):
        store(i)
        print(load())
        store(Loud(i))
    store(None)
    print(load())
    store(1)
    return load


print(replace()())
print(count(counter(Loud("start")), [1, 2]))


def unbound():
    def show():
        return value

    def bind(new):
        nonlocal value
        value = new

    def unbind():
        nonlocal value
        del value
    seen = []
    for i in range(4):
        try:
            seen.append(show())
        except NameError as error:
            seen.append(str(error))
        bind(i)
        seen.append(show())
        unbind()
        try:
            unbind()
        except NameError as error:
            seen.append(str(error))
    value = 5
    seen.append(show())
    del value
    try:
        value
    except UnboundLocalError as error:
        seen.append(str(error))
    return seen


print(unbound())


# What a cell holds is replaced from outside, also while it is called.
def outer():
    def inner(x):
        return x + 1

    def call(x):
        return inner(x)
    return call


call = outer()
print([call(i) for i in range(3)])
cell = call.__closure__[0]
cell.cell_contents = lambda x: x * 100
print([call(i) for i in range(3)])
cell.cell_contents = abs
print(call(-3))
del cell.cell_contents
try:
    call(1)
except NameError as error:
    print(error)


def replaced_while_called():
    def work(x):
        own.cell_contents = lambda y: -y
        return x + offset

    def run(x):
        return work(x) + work(x)
    offset = 10
    own = run.__closure__[0]
    return run


run = replaced_while_called()
print(run(1), run(2))


def late():
    functions = []
    for i in range(5):
        functions.append(lambda x: x + i)
    return [f(0) for f in functions]


def swap(n):
    a, b = 1, 2.5

    def step():
        nonlocal a, b
        a, b = b, a
        return a
    return [step() for _ in range(n)]


print(late(), swap(5))


def kinds():
    value = 0

    def show():
        return value, value == 0
    result = []
    for value in (1, 2.5, "x", None, True, 2**80, [1], float("nan"), -0.0):
        result.append(show())
    return result


print(kinds())


def loop_of_function():
    limit = 10
    total = 0

    def more():
        nonlocal total
        for i in range(limit):
            total += i * limit
        return total
    for _ in range(4):
        more()
    limit = 2**61
    try:
        more_limit = limit * 4
    finally:
        limit = 3
    return more(), more_limit


print(loop_of_function())


def generator():
    total = 0

    def add(n):
        nonlocal total
        total += n
        return total
    for i in range(5):
        yield add(i) + total


print(list(generator()))
