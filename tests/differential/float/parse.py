def attempt(*a):
    try:
        print(repr(float(*a)))
    except Exception as e:
        print(type(e).__name__, e)
for s in ("0", "1", "-1", "+1.5", " 3.25 ", "\n7\t", "1e3", "1E-3", "1.", ".5", "1_000.5", "inf", "-inf", "Infinity", "+INFINITY", "nan", "-NaN", "1e400", "-1e400",
          "1e-400", "0.1", "123456789.123456789", "2.2250738585072011e-308", "4.9e-324", "9007199254740993", "1e22", "1e23", "٣.٥",
          "1.7976931348623157e308", "1.7976931348623159e308", "0x10", "", " ", ".", "e5", "1e", "1e+", "1__0", "_1", "1_", "1_.5", "1._5", "abc", "1.5.2", "--1", "in", "infin", "1 2", "1,5", "1\x00"):
    attempt(s)
attempt()
attempt(5)
attempt(10**20)
attempt(True)
attempt(b"1.5")
attempt(bytearray(b"2.5"))
attempt(b"x")
attempt(None)
attempt([])
attempt(1j)
attempt("1", "2")
attempt(10**400)
class F:
    def __float__(self):
        return 2.5
class G:
    def __float__(self):
        return 3
attempt(F())
attempt(G())
attempt(object())
