# Values that are alive when an exception passes must all be freed: the leak check at exit sees them.
class T:
    alive = 0
    def __init__(self): T.alive += 1
    def __del__(self): T.alive -= 1
    def __add__(self, o): raise ValueError
    def __call__(self, *a): raise ValueError
    def __getitem__(self, k): raise ValueError
    def __iter__(self):
        yield T()
        raise ValueError
def fail(*a, **k): raise ValueError
def run(f):
    try:
        f()
    except ValueError:
        pass
def cases():
    yield lambda: [T(), T(), fail()]
    yield lambda: (T(), T(), fail())
    yield lambda: {T(), T(), fail()}
    yield lambda: {T(): T(), 1: fail()}
    yield lambda: fail(T(), T(), k=T())
    yield lambda: fail(*[T()], **{"a": T()})
    yield lambda: T() + T()
    yield lambda: T()(T())
    yield lambda: T()[T()]
    yield lambda: [x for x in T()]
    yield lambda: {x for x in T()}
    yield lambda: {x: T() for x in T()}
    yield lambda: list(x for x in T())
    yield lambda: [(a, b) for a in T() for b in T()]
    yield lambda: sorted([T(), T()], key=fail)
    yield lambda: f"{T()}{fail(T())}"
    yield lambda: (lambda a, b=T(): fail(a))(T())
    yield lambda: [*T(), T()]
    yield lambda: max(T(), key=fail)
    yield lambda: dict(a=T(), b=fail())
    yield lambda: T() if fail(T()) else T()
    yield lambda: T() and fail(T())
    yield lambda: (x := T(), fail(x))
    yield lambda: list(map(fail, [T(), T()]))
    yield lambda: list(zip(T(), T()))
def statements():
    def s1():
        for x in T(): y = T()
    def s2():
        a, b = T()
    def s3():
        a = b = T()
        fail(a, b)
    def s4():
        try:
            x = T()
            fail(x)
        finally:
            z = T()
    def s5():
        try:
            fail(T())
        except ValueError as e:
            e.keep = T()
            raise
    def s6():
        class C:
            x = T()
            y = fail(x)
    def s7():
        def gen():
            a = T()
            yield a
            fail(a)
        for x in gen(): pass
    def s8():
        l = [T(), T()]
        l[0], l[fail()] = T(), T()
    def s9():
        d = {}
        d["k"] = T()
        d["k"] += T()
    def s10():
        x = T()
        def inner(): fail(x)
        inner()
    def s11():
        g = (T() for _ in range(3))
        next(g)
        fail(g)
    return [s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11]
import gc
for i, f in enumerate([*cases(), *statements()]):
    run(f)
    f = None
    gc.collect()
    print(i, T.alive, end="; ")
print()
