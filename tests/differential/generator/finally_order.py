def log(name, n=3):
    try:
        for i in range(n):
            yield f"{name}{i}"
    except Exception as e:
        print(name, "except", e)
        raise
    else:
        print(name, "else")
    finally:
        print(name, "finally")
for x in log("a"):
    print(x)
for x in log("b"):
    print(x)
    break
print("after break")
g = log("c")
print(next(g))
g = None
print("after drop")
try:
    for x in log("d"):
        raise ValueError("in loop")
except ValueError as e:
    print(e)
def ret():
    for x in log("e"):
        return x
print(ret())
def with_return():
    try:
        yield 1
        return "r"
    finally:
        print("fin")
def run():
    r = yield from with_return()
    yield r
print(list(run()))
def yield_in_finally():
    try:
        yield 1
    finally:
        yield 2
        print("last")
print(list(yield_in_finally()))
def yield_in_except():
    try:
        raise ValueError("x")
    except ValueError as e:
        yield str(e)
        yield repr(e)
    yield "out"
print(list(yield_in_except()))
class CM:
    def __enter__(self):
        print("enter")
        return self
    def __exit__(self, *a):
        print("exit", a[0].__name__ if a[0] else None)
def with_gen():
    with CM():
        yield 1
        yield 2
print(list(with_gen()))
for x in with_gen():
    break
print("end")
g = with_gen()
next(g)
try:
    g.throw(KeyError("q"))
except KeyError:
    print("thrown")
