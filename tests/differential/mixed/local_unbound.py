def attempt(f, *a):
    try:
        return f(*a)
    except NameError as e:
        return f"{type(e).__name__}: {e}"
def branch(c):
    if c: x = 1
    return x
def loop(n):
    for i in range(n): last = i
    return last, i
def tryit(fail):
    try:
        if fail: raise ValueError
        y = 1
    except ValueError:
        pass
    return y
def deleted(c):
    z = 1
    if c: del z
    return z
def twice():
    v = 1
    del v
    del v
def whilst(n):
    while n:
        w = n
        n -= 1
    return w
def closure(c):
    def inner(): return q
    if c: q = "set"
    return inner()
def aug():
    k += 1
def in_comp():
    r = [m for _ in range(1)]
    m = 1
    return r
def with_as(c):
    class CM:
        def __enter__(self): return "entered"
        def __exit__(self, *a): return True
    with CM() as h:
        if c: raise ValueError
        g = h
    return g
def match_exc():
    try:
        1 / 0
    except ZeroDivisionError as e:
        kept = str(e)
    return kept, e
def param(p):
    del p
    return p
def star(*a, **k):
    del a, k
    return a
def nested_del():
    n = 5
    def inner():
        nonlocal n
        del n
    inner()
    return n
def gen():
    yield unset
    unset = 1
for f, args in ((branch, [(0,), (1,)]), (loop, [(0,), (3,)]), (tryit, [(True,), (False,)]), (deleted, [(0,), (1,)]), (twice, [()]), (whilst, [(0,), (2,)]), (closure, [(0,), (1,)]), (aug, [()]), (in_comp, [()]), (with_as, [(0,), (1,)]), (match_exc, [()]), (param, [(1,)]), (star, [()]), (nested_del, [()])):
    for a in args:
        print(f.__name__, a, attempt(f, *a))
print(attempt(lambda: list(gen())))
class C:
    try:
        before = after
    except NameError as e:
        msg = str(e)
    after = 1
print(C.msg)
try:
    print(module_level)
except NameError as e:
    print(e)
module_level = 1
