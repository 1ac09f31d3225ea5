"""Functions and classes under names that are bound to something else for a while, and back."""


def f(x):
    return x + 1


class Point:
    def __init__(self, x):
        self.x = x

    def get(self):
        return self.x


class Other(Point):
    def get(self):
        return -self.x


first_f, first_point = f, Point


def total(n):
    result = 0
    for i in range(n):
        result += f(i) + Point(i).get()
    return result


def bind(new_f, new_point):
    global f, Point
    f, Point = new_f, new_point


for _ in range(3):
    print(total(100), end=" ")
    bind(lambda x: x * 2, Other)
    print(total(100), end=" ")
    bind(first_f, first_point)
    print(total(100), end=" ")
    globals()["f"] = len
    try:
        total(10)
    except TypeError as error:
        print(error, end=" ")
    globals()["f"] = first_f
    del Point
    try:
        total(10)
    except NameError as error:
        print(error, end=" ")
    Point = first_point
    print(total(100))

# What is back under its name has changed meanwhile.
f = None
first_f.__code__ = (lambda x: x + 1000).__code__
f = first_f
print(total(100))


def g(x, y=1):
    return x + y


def sum_g(n):
    return sum([g(i) for i in range(n)])


first_g = g
print(sum_g(50))
g = lambda x: x
print(sum_g(50))
first_g.__defaults__ = (5,)
g = first_g
print(sum_g(50))
g = lambda x: x
first_g.note = "something of its own"
g = first_g
print(sum_g(50), g.note)

Point = Other
first_point.get = lambda self: 7
Point = first_point
print(total(50))


# Another object may lie where the function was.
def make(k):
    def made(x):
        return x + k

    return made


def h(x):
    return x


def sum_h(n):
    return sum([h(i) for i in range(n)])


for k in range(20):
    print(sum_h(20), end=" ")
    h = None
    h = make(k)
    print(sum_h(20), end=" ")
    del h
    h = (lambda x: 1) if k % 2 else make(k + 1)
print(sum_h(20))


# The same in a loop that goes on.
def w(x):
    return x * 3


def loop(n):
    global w
    kept, result = w, []
    for i in range(n):
        if i % 10 == 5:
            w = lambda x: -x
        elif i % 10 == 8:
            w = kept
        result.append(w(i))
    return result


print(loop(60))
