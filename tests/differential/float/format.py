values = [0.0, -0.0, 1.0, 1234567.891, -0.000123456, 1e10, 1e-10, 123456789.0, 0.5, 2.5, 1e300, float("inf"), float("-inf"), float("nan")]
for spec in ("", "f", "F", "e", "E", "g", "G", "n", "%", ".0f", ".1f", ".2f", ".10f", ".0e", ".3e", ".3g", ".10g", "#g", "#.0f", "#.0e", ".3", ".15",
             "10", "<10", ">10", "^10", "=10", "010", "+", " ", "-", "+.2f", " .2f", ",", ",.2f", "_", "_.3f", "*^20.3f", "0=+12.2f", "z", "z.1f", ".1%", "015,.2f", "+,.3e"):
    print(repr(spec), [format(v, spec) for v in values])
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: f"{1.5:d}")
attempt(lambda: f"{1.5:x}")
attempt(lambda: f"{1.5:s}")
attempt(lambda: f"{1.5:q}")
attempt(lambda: f"{1.5:.}")
attempt(lambda: f"{1.5:,_}")
attempt(lambda: f"{1.5:1.2.3}")
attempt(lambda: format(1.5, 5))
attempt(lambda: f"{1.5:.100f}")
attempt(lambda: "%f %.2f %e %g %10.3f|%-10.1f|%+f %05.1f %#.0f %G" % (1.5, 2.345, 12345.678, 1e-5, 3.14159, 2.5, 1.0, 2.25, 3.0, 1e20))
