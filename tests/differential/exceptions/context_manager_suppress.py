class Suppress:
    def __init__(self, *types): self.types = types
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        print("exit", t.__name__ if t else None, v, tb is not None)
        return t is not None and issubclass(t, self.types)
with Suppress(ValueError):
    raise ValueError("swallowed")
print("after")
with Suppress(KeyError):
    print("fine")
try:
    with Suppress(KeyError):
        raise IndexError("goes through")
except IndexError as e:
    print(e)
def f():
    with Suppress(ZeroDivisionError):
        return 1 / 0
    return "after suppressed"
print(f())
def g():
    for i in range(3):
        with Suppress(ValueError):
            if i == 0: continue
            if i == 1: raise ValueError("x")
            break
    return i
print(g())
with Suppress(Exception) as a, Suppress(ValueError) as b:
    raise TypeError("outer one takes it")
print("end")
