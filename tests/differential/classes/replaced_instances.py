# Instances that only live for a moment: what is known of them elsewhere, and what happens when that is not as expected.
import gc


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y)

    def scale(self, k):
        return Vector(self.x * k, self.y * k)

    def dot(self, other):
        return self.x * other.x + self.y * other.y

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"


def lengths(n, step):
    a, b = Vector(1.0, 2.0), Vector(0.5, 0.25)
    total = 0.0
    for i in range(n):
        total += (a + b.scale(step)).dot(b - a)
    return total


print(lengths(50, 2.0), lengths(50, 3))


def overflows(n):
    total = 0
    for i in range(n):
        v = Vector(i, 1) + Vector(2**62 if i == n - 1 else 1, 2**62 if i > n - 3 else 1)
        total += v.x + v.y
    return total


print(overflows(30))


kept = []


def sometimes_kept(n):
    total = 0.0
    for i in range(n):
        v = Vector(float(i), 1.0).scale(2.0)
        total += v.x
        if i % 13 == 7:
            kept.append(v)
    return total


print(sometimes_kept(60), kept)


def compared(n):
    same = 0
    for i in range(n):
        v = Vector(i, i)
        w = v if i % 5 == 0 else Vector(i, i)
        if v is w:
            same += 1
        if v == w:
            same += 100
    return same


print(compared(40))


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(self.name)


class Pair:
    def __init__(self, first, second):
        self.first = first
        self.second = second


log = []


def holds(n):
    for i in range(n):
        pair = Pair(Noisy(f"a{i}"), Noisy(f"b{i}"))
        pair = Pair(pair.second, i)
        log.append(f"end {i}")


holds(3)
print(log)


def nested(n):
    total = 0
    for i in range(n):
        outer = Pair(Pair(i, i + 1), Pair(Vector(i, 2), [i]))
        total += outer.first.second + outer.second.first.y + outer.second.second[0]
    return total


print(nested(40))


class Late:
    def __init__(self, n):
        self.n = n


def finalized_late(n):
    total = 0
    for i in range(n):
        one = Late(i)
        if i == n - 2:
            setattr(Late, "__d" + "el__", lambda self: log.append(("gone", self.n)))
        total += one.n
    return total


log = []
print(finalized_late(20), log)


def raises(n):
    for i in range(n):
        v = Vector(1.0, 2.0 if i < n - 1 else "text")
        v = v.scale(2.5)
    return v


try:
    raises(20)
except TypeError as error:
    print(error)


class Node:
    def __init__(self, value):
        self.value = value
        self.next = None


def linked(n):
    seen = []
    total = 0
    for i in range(n):
        node = Node(i)
        if i % 4 == 3:
            node.next = node
        if i % 9 == 8:
            seen.append(node.next)
        total += node.value
    del node
    gc.collect()
    return total, [one and one.value for one in seen]


print(linked(40))


class Extra:
    def __init__(self, a):
        self.a = a


def extended(n):
    total = 0
    for i in range(n):
        one = Extra(i)
        if i % 10 == 9:
            one.b = i
            del one.a
            one.a = 5
            total += len(vars(one)) * 1000
            total += list(vars(one)) == ["b", "a"]
        total += one.a
    return total


print(extended(30))


class Replaced:
    def __init__(self, a):
        self.a = a

    def get(self):
        return self.a


def method_changes(n):
    got = []
    for i in range(n):
        one = Replaced(i)
        if i == n - 2:
            Replaced.get = lambda self: -self.a
        got.append(one.get())
    return got[-4:]


print(method_changes(20))


def deleted_class(n):
    class Temporary:
        def __init__(self, a):
            self.a = a

    total = 0
    for i in range(n):
        total += Temporary(i).a
    return total


print(deleted_class(20))


def countdown(n):
    if n == 0:
        return Vector(0, 0)
    return countdown(n - 1) + Vector(n, 1)


print(countdown(50))


class Account:
    count = 0

    def __init__(self, start):
        Account.count += 1
        self.total = start

    def add(self, n):
        self.total += n
        return self


def chained(n):
    total = 0
    for i in range(n):
        total += Account(i).add(1).add(2).total
    return total


print(chained(30), Account.count)


class Bad:
    def __init__(self, n):
        self.n = n
        if n == 17:
            return 5


def bad_init(n):
    for i in range(n):
        Bad(i).n


try:
    bad_init(20)
except TypeError as error:
    print(error)
