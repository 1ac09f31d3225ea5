class WithInt:
    def __int__(self):
        return 42
class WithIndex:
    def __index__(self):
        return 43
class WithTrunc:
    def __trunc__(self):
        return 44
class BadInt:
    def __int__(self):
        return "x"
class BadIndex:
    def __index__(self):
        return 1.5
class Raises:
    def __int__(self):
        raise ValueError("no int today")
class Sub(int):
    pass
def attempt(f):
    try:
        r = f()
        print(type(r).__name__, r)
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: int(WithInt()))
attempt(lambda: int(WithIndex()))
attempt(lambda: int(BadInt()))
attempt(lambda: int(BadIndex()))
attempt(lambda: int(Raises()))
attempt(lambda: int(object()))
attempt(lambda: int(Sub(9)))
attempt(lambda: Sub(9) + 1)
attempt(lambda: Sub("12"))
attempt(lambda: [1, 2, 3][WithIndex() if False else 1])
attempt(lambda: list(range(50))[WithIndex()])
attempt(lambda: [1][BadIndex()])
attempt(lambda: [1][WithInt()])
attempt(lambda: range(WithIndex()))
attempt(lambda: "ab" * WithIndex())
attempt(lambda: 1 << WithIndex())
attempt(lambda: float(WithIndex()))
attempt(lambda: float(WithInt()))
attempt(lambda: complex(WithIndex()))
attempt(lambda: chr(WithIndex()))
attempt(lambda: (5).to_bytes(WithIndex(), "big")[-1])
