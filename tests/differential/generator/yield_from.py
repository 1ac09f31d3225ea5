def inner(n):
    print("inner", n)
    total = 0
    for i in range(n):
        x = yield i
        if x:
            total += x
    return total
def outer():
    a = yield from inner(2)
    print("a", a)
    b = yield from inner(1)
    print("b", b)
    c = yield from [10, 20]
    print("c", c)
    yield from "xy"
    yield from (i * i for i in range(3))
    return a, b
g = outer()
out = []
try:
    v = next(g)
    while True:
        out.append(v)
        v = g.send(5) if isinstance(v, int) and v < 2 else next(g)
except StopIteration as e:
    print("result", e.value)
print(out)
def catcher():
    try:
        yield "first"
    except ValueError as e:
        yield f"inner caught {e}"
    finally:
        print("inner finally")
    return "inner done"
def delegate():
    try:
        r = yield from catcher()
        print(r)
        yield "after"
    finally:
        print("outer finally")
g = delegate()
print(next(g), g.throw(ValueError("v")), next(g))
g.close()
g = delegate()
next(g)
g.close()
g = delegate()
next(g)
try:
    g.throw(KeyError("k"))
except KeyError as e:
    print("through", e)
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
def bad():
    yield from 5
attempt(lambda: list(bad()))
class It:
    def __init__(self):
        self.n = 0
    def __iter__(self):
        return self
    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration("value")
        return self.n
def use():
    r = yield from It()
    print("r", r)
attempt(lambda: list(use()))
def sender():
    yield from It()
g = sender()
next(g)
attempt(lambda: g.send(5))
def tree(n):
    if n > 0:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(4)))
def chain(*its):
    for it in its:
        yield from it
print(list(chain([1], "a", {2: 3}, range(2))))
