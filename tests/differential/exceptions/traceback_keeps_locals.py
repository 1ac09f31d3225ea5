# The variables of the frames that an exception left live as long as its traceback.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def raises(parameter):
    local = Noisy("local")
    number = 5
    raise ValueError("x")


try:
    raises(None)
except ValueError as error:
    print("handler", error)
print("after handler")


def rebinds(parameter):
    parameter = Noisy("rebound")
    raise KeyError(1)


def calls():
    outer = Noisy("outer")
    try:
        rebinds(None)
    finally:
        late = Noisy("late")
        print("finally")


try:
    calls()
except KeyError:
    print("caught")
print("done")

kept = None
try:
    calls()
except KeyError as error:
    kept = error
print("kept", kept.__traceback__ is not None)
kept.__traceback__ = None
print("cleared")
kept = None


def swallows():
    mine = Noisy("mine")
    try:
        raises(None)
    except ValueError:
        print("swallowed")
    print("still", mine.name)


swallows()


def generator():
    state = Noisy("generator")
    yield 1
    raise RuntimeError("out of it")


try:
    for item in generator():
        print(item)
except RuntimeError as error:
    print("loop", error)
print("after loop")


def recursive(depth):
    here = Noisy(depth)
    if depth == 3:
        raise IndexError(depth)
    recursive(depth + 1)


try:
    recursive(0)
except IndexError as error:
    print("depth", error)
print("unwound")


def chained():
    try:
        raises(None)
    except ValueError as error:
        raise TypeError("second") from error


try:
    chained()
except TypeError as error:
    print(repr(error), repr(error.__cause__))
print("end of chain")


def closes_over():
    shared = Noisy("shared")

    def inner():
        return shared

    raise LookupError


try:
    closes_over()
except LookupError:
    print("lookup")


def comprehension():
    try:
        return [1 // (2 - i) for i in range(4) for n in [Noisy(f"item {i}")]]
    except ZeroDivisionError:
        print("division")


comprehension()


def unhandled_comprehension():
    return {n: 1 // 0 for n in [Noisy("key")]}


try:
    unhandled_comprehension()
except ZeroDivisionError:
    print("division again")


class Manager:
    def __enter__(self):
        return Noisy("entered")

    def __exit__(self, *exception):
        print("exit")


def managed():
    with Manager() as value:
        raise OSError("managed")


try:
    managed()
except OSError as error:
    print(error)


print("end")
