def g():
    for i in range(5):
        try:
            x = yield i
            if x:
                raise ValueError(x)
        except ValueError as e:
            y = yield f"handled {e}"
            print("resumed with", y)
        except KeyError:
            print("key error inside")
            raise IndexError("converted")
        finally:
            print("finally", i)
it = g()
print(next(it), next(it), it.send("boom"), it.send("again"), next(it))
try:
    it.throw(KeyError("k"))
except IndexError as e:
    print(e, repr(e.__context__))
try:
    next(it)
except StopIteration as e:
    print("exhausted", e.value)
def nested():
    try:
        yield from inner()
    except RuntimeError as e:
        print("outer saw", e)
        yield "recovered"
    return "done"
def inner():
    try:
        yield 1
        yield 2
    except ValueError:
        raise RuntimeError("from inner")
it = nested()
print(next(it), it.throw(ValueError()), list(it))
def context():
    try:
        raise ValueError("first")
    except ValueError:
        yield 1
        try:
            yield 2
        except TypeError as e:
            print(type(e.__context__).__name__)
            raise
it = context()
next(it), next(it)
try:
    it.throw(TypeError("t"))
except TypeError as e:
    print(e, repr(e.__context__))
