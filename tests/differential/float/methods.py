import math
for x in (0.0, 0.5, 1.5, -2.75, 0.1, 1e20, 5e-324, 3.0):
    print(x, x.is_integer(), x.as_integer_ratio(), x.hex(), float.fromhex(x.hex()) == x, x.real, x.imag, x.conjugate())
for h in ("0x1p0", "0x1.8p1", "-0x1.999999999999ap-4", "1.8p3", "0xap2", "inf", "-nan", "0x1p-1074", "  0x1p4  ", "0x.8p0", "f", "0x1.p3"):
    print(h, float.fromhex(h))
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: float.fromhex("0x1p99999"))
attempt(lambda: float.fromhex("xyz"))
attempt(lambda: float.fromhex(""))
attempt(lambda: float("inf").as_integer_ratio())
attempt(lambda: float("nan").as_integer_ratio())
attempt(lambda: float("nan").hex())
attempt(lambda: float("-inf").hex())
attempt(lambda: (-0.0).hex())
attempt(lambda: (1.5).nope)
attempt(lambda: x())
attempt(lambda: x[0])
attempt(lambda: math.copysign(1, -0.0))
print((2.5).__add__(1), (2.5).__radd__(1), (2.5).__sub__(1), (2.5).__rsub__(1), (2.5).__mul__(2), (2.5).__truediv__(2), (2.5).__floordiv__(2), (2.5).__mod__(2), (2.5).__pow__(2), (2.5).__neg__(), (-2.5).__abs__(), (2.5).__bool__(), (2.5).__int__(), (2.5).__eq__(2.5), (2.5).__lt__(3), (2.5).__add__("x"))
class F(float):
    def __repr__(self):
        return f"F({float.__repr__(self)})"
f = F(2.5)
print(f, repr(f), f + 1, type(f + 1).__name__, f == 2.5, hash(f) == hash(2.5), f"{f}", f"{f:.2f}", [f])
