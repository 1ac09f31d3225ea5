# Functions with attributes of their own that are called by their names, and what is done to both.


class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


def f(i):
    f.calls += 1
    f.last = i
    return i


f.calls = 0
f.last = None


def loop(n):
    t = 0
    for i in range(n):
        t += f(i)
    return t


print(loop(10), f.calls, f.last, f.__dict__)
f.calls = 1.5
print(loop(10), f.calls)
f.calls = 2**62
print(loop(3), f.calls)
f.calls = True
print(loop(3), f.calls)
f.__dict__ = {"last": 1, "calls": 7}
print(loop(3), f.__dict__)
f.__dict__ = {"other": 0, "last": 1, "calls": 7}
print(loop(3), f.__dict__)
del f.calls
try:
    loop(1)
except AttributeError as e:
    print(e)
setattr(f, "calls", -5)
print(loop(2), f.calls)


# The function is replaced while it runs: it, and what its attributes hold, live until it ends.
def g(i):
    global g
    if i == 1:
        g = None
        print("replaced")
    return i


g.held = D("attribute of g")


def calls_g():
    g(0)
    print("before")
    g(1)
    print("after")


calls_g()


# What an attribute held ends when another one takes its place.
def k():
    k.value = D("new")
    return 1


k.value = D("old")
k()
k()


def removes():
    del globals()["h"]
    return h_was.count


def h():
    h.count += 1
    if h.count == 3:
        return removes()
    return h.count


h_was = h
h.count = 0


def calls_h(n):
    for i in range(n):
        print(h())


try:
    calls_h(5)
except NameError as e:
    print(e)


def defaults(a, b=2):
    defaults.seen = a
    return a + b


defaults.seen = None


def calls_defaults(n):
    t = 0
    for i in range(n):
        t += defaults(i)
        if i == 3:
            defaults.__defaults__ = (100,)
    return t, defaults.seen


print(calls_defaults(6))


def other_name():
    return "other"


other_name.calls = 3
alias = other_name
alias.calls += 1
print(other_name.calls, alias(), alias.__dict__ is other_name.__dict__)
