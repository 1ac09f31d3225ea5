def worker():
    try:
        while True:
            try:
                x = yield "ready"
                print("work", x)
            except ValueError as e:
                print("caught", e)
                yield "recovered"
    finally:
        print("cleanup")
g = worker()
print(next(g), g.send(1), g.throw(ValueError("bad")), next(g))
g.close()
g.close()
try:
    next(g)
except StopIteration:
    print("closed")
g = worker()
next(g)
try:
    g.throw(KeyError("k"))
except KeyError as e:
    print("out", e)
g = worker()
try:
    g.throw(TypeError("before start"))
except TypeError as e:
    print("unstarted", e)
print(list(g))
def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("ignoring")
g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)
def returns_on_close():
    try:
        yield 1
    except GeneratorExit:
        return 99
g = returns_on_close()
next(g)
g.close()
def raises_on_close():
    try:
        yield 1
    finally:
        raise OSError("in finally")
g = raises_on_close()
next(g)
try:
    g.close()
except OSError as e:
    print(e, type(e.__context__).__name__)
def stop_inside():
    yield 1
    raise StopIteration("oops")
try:
    list(stop_inside())
except RuntimeError as e:
    print(e, repr(e.__cause__))
g = worker()
next(g)
del g
print("deleted")
def attempt(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)
def one():
    yield 1
attempt(lambda: one().throw(5))
attempt(lambda: one().throw(ValueError))
attempt(lambda: one().throw())
g = one()
list(g)
attempt(lambda: g.throw(ValueError("late")))
attempt(lambda: one().throw(GeneratorExit))
