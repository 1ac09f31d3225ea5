print(True, False, repr(True), str(False), int(True), float(False))
print(True + True, True * 5, -True, +True, True / 2, True // 1, True - False, 5 ** True)
print(True & False, True | False, True ^ True, type(True & False).__name__, type(True & 1).__name__, type(True | 1).__name__)
print(bool(0), bool(1), bool(-1), bool(0.0), bool(-0.0), bool(float("nan")), bool(0j), bool(""), bool(" "))
print(bool([]), bool([0]), bool(()), bool((0,)), bool({}), bool({0: 0}), bool(set()), bool({0}), bool(None), bool(...), bool(b""), bool(range(0)), bool(range(1)))
print(isinstance(True, int), issubclass(bool, int), bool.__mro__, type(True), True.__class__.__name__)
print(True == 1, True is True, True == 1.0, False == 0, True != 1, True < 2, False < True)
print([10, 20][True], {True: "t", False: "f"}, {1: "one", True: "true", 1.0: "float"})
print(True and 5, False and 5, 0 or "x", "" or [], 1 and 2 and 3, 0 or None or "last", not 0, not [1])
print(bool(), sum([True, True, False]), max(True, False), sorted([True, False, True]))
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: bool(1, 2))
attempt(lambda: bool(x=1))
class B:
    def __bool__(self):
        return 1
class L:
    def __len__(self):
        return -1
class N:
    def __len__(self):
        return 0
class E:
    def __bool__(self):
        raise KeyError("bool")
attempt(lambda: bool(B()))
attempt(lambda: bool(L()))
attempt(lambda: bool(N()))
attempt(lambda: bool(E()))
attempt(lambda: not B())
attempt(lambda: 1 if N() else 2)
attempt(lambda: E() or 1)
def sub():
    class X(bool):
        pass
attempt(sub)
print(f"{True} {True!r} {True:d} {True:5} {False:>8} {True:<8}| {True:x}", "%d %s %r" % (True, False, True))
print((True).bit_length(), True.real, True.numerator, True.to_bytes(1, "big"))
