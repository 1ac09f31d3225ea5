class L:
    def __init__(self, v): self.v = v
    def __len__(self): return self.v
for v in (0, 1, 10, True, 2**40):
    print(len(L(v)), bool(L(v)))
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for v in (-1, 1.5, "3", None, 2**70, [1]):
    attempt(lambda: len(L(v)))
    attempt(lambda: bool(L(v)))
class NoLen: pass
attempt(lambda: len(NoLen()))
attempt(lambda: len(NoLen))
attempt(lambda: len(5))
attempt(lambda: len(x for x in []))
attempt(lambda: len(map(str, [])))
attempt(lambda: len(iter([])))
attempt(lambda: len(None))
attempt(lambda: len(True))
attempt(lambda: len(len))
attempt(lambda: len(object()))
attempt(lambda: len({1: 2}.items()))
attempt(lambda: len(range(10, 0, -3)))
attempt(lambda: len(b"abc") + len(bytearray(5)) + len((1,)) + len({1}) + len(frozenset([1, 2])))
class I:
    def __index__(self): return 4
attempt(lambda: len(L(I())))
inst = NoLen()
inst.__len__ = lambda: 5
attempt(lambda: len(inst))
