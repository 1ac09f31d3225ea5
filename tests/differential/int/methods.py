n = 1234567
print(n.real, n.imag, n.numerator, n.denominator, n.conjugate())
print(n.as_integer_ratio(), (-5).as_integer_ratio(), (0).as_integer_ratio())
print(n.is_integer(), (0).is_integer())
print(n.bit_length(), (0).bit_length(), (-1).bit_length(), (2**64).bit_length(), (-255).bit_length())
print((7).bit_count(), (-7).bit_count(), (2**80 - 1).bit_count())
print(n.__floor__(), n.__ceil__(), n.__trunc__(), n.__int__(), n.__float__(), n.__index__())
print(n.__abs__(), (-n).__abs__(), n.__neg__(), n.__pos__(), n.__invert__(), n.__bool__())
print(n.__add__(1), n.__sub__(1), n.__mul__(2), n.__floordiv__(2), n.__mod__(10), n.__truediv__(4), n.__divmod__(100))
print(n.__radd__(1), n.__rsub__(1), n.__rmul__(2), n.__rfloordiv__(2), n.__rmod__(10), (2).__rpow__(3))
print(n.__add__("x"), n.__add__(1.5), n.__eq__(1234567), n.__eq__("a"), n.__lt__(2.0), n.__lt__(2))
print(n.__lshift__(2), n.__rshift__(2), n.__and__(255), n.__or__(1), n.__xor__(3), n.__pow__(2), n.__pow__(2, 100))
for m in (1, 5, 15, 25, 149, 150, 151, -15, -25, 12345):
    print(m, round(m), round(m, 0), round(m, -1), round(m, -2), round(m, -3), round(m, 2), round(m, -10))
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: n.nothing)
attempt(lambda: round(5, 1.5))
attempt(lambda: n())
attempt(lambda: n[0])
attempt(lambda: len(n))
attempt(lambda: iter(n))
attempt(lambda: 1 in n)
attempt(lambda: n.bit_length(1))
def assign():
    n.x = 1
attempt(assign)
