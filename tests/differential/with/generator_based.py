class _GCM:
    def __init__(self, gen): self.gen = gen
    def __enter__(self): return next(self.gen)
    def __exit__(self, t, v, tb):
        if t is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        try:
            self.gen.throw(v)
        except StopIteration as e:
            return e is not v
        except BaseException as e:
            if e is v: return False
            raise
def contextmanager(f):
    return lambda *a: _GCM(f(*a))
@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    finally:
        print(f"</{name}>")
@contextmanager
def swallow(t):
    try:
        yield
    except t as e:
        print("swallowed", e)
with tag("a") as n, tag("b"):
    print(n)
with swallow(ValueError):
    raise ValueError("v")
try:
    with tag("c"), swallow(KeyError):
        raise ValueError("through")
except ValueError as e:
    print(e)
@contextmanager
def twice():
    yield 1
    yield 2
try:
    with twice():
        pass
except RuntimeError as e:
    print(e)
@contextmanager
def replace():
    try:
        yield
    except ValueError as e:
        raise KeyError("replaced") from e
try:
    with replace():
        raise ValueError("orig")
except KeyError as e:
    print(e, repr(e.__cause__))
