def g(a, b=2):
    x = a
    yield x
    yield b
gen = g(1)
print(gen.gi_running, gen.gi_yieldfrom, gen.__name__, gen.__qualname__)
print(next(gen), gen.gi_running)
print(hasattr(gen, "__iter__"), hasattr(gen, "__next__"), hasattr(gen, "send"), hasattr(gen, "throw"), hasattr(gen, "close"), hasattr(gen, "__len__"))
print(repr(gen).startswith("<generator object g at 0x"), callable(g), callable(gen), bool(gen))
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: len(gen))
attempt(lambda: gen[0])
attempt(lambda: gen())
attempt(lambda: gen.nope)
attempt(lambda: g())
attempt(lambda: gen + gen)
attempt(lambda: next(g(1), 2, 3))
class C:
    def __iter__(self):
        yield from (1, 2, 3)
    def pairs(self):
        for x in self:
            yield x, x * x
    @staticmethod
    def s():
        yield "static"
    @classmethod
    def c(cls):
        yield cls.__name__
print(list(C()), list(C().pairs()), list(C.s()), list(C.c()), C().pairs().__qualname__)
def closure():
    seen = []
    def gen(x):
        seen.append(x)
        yield len(seen)
    return gen, seen
f, seen = closure()
print(next(f("a")), next(f("b")), seen)
h = lambda: (yield 5)
print(list(h()), h().__name__)
