# What is known of a class's methods ends when a function gets another code, or a class another function.


class Counter:
    def __init__(self, n):
        self.n = n

    def value(self):
        return self.n

    @property
    def double(self):
        return self.n * 2


def other(self):
    return self.n + 1000


def total(counters):
    result = 0
    for counter in counters:
        result += counter.value() + counter.double
    return result


counters = [Counter(1), Counter(2)]
print(total(counters))
Counter.value.__code__ = other.__code__
print(total(counters))


class Swapped:
    def __init__(self, n):
        self.n = n

    def step(self, k):
        if k == 2:
            Swapped.step = later
        return self.n + k


def later(self, k):
    return -k


def run(items):
    result = []
    for k in range(5):
        for item in items:
            result.append(item.step(k))
    return result


print(run([Swapped(10), Swapped(20)]))


# The method is looked up before its arguments are evaluated.
class Looked:
    def __init__(self, n):
        self.n = n

    def take(self, k):
        return "first", self.n, k


def replace(k):
    if k == 2:
        Looked.take = lambda self, k: ("second", self.n, k)
    return k


def loop(looked):
    for k in range(4):
        print(looked.take(replace(k)))


loop(Looked(5))
