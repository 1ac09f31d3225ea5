for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1.005, 0.15, 0.25, 0.35, 1e15 + 0.3, 123456.789, -123456.789, 1e300, 5e-324):
    print(x, round(x), [round(x, n) for n in range(-3, 5)])
import math
for x in (2.3, 2.7, -2.3, -2.7, 0.0, -0.0, 1e20, 1e300):
    print(math.floor(x), math.ceil(x), math.trunc(x), int(x), x.__floor__(), x.__ceil__(), x.__trunc__(), x.__round__())
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
inf, nan = float("inf"), float("nan")
attempt(lambda: round(inf))
attempt(lambda: round(nan))
attempt(lambda: round(inf, 2))
attempt(lambda: round(nan, 2))
attempt(lambda: math.floor(inf))
attempt(lambda: math.ceil(nan))
attempt(lambda: int(inf))
attempt(lambda: int(nan))
attempt(lambda: round(1.5, None))
attempt(lambda: round(1.5, "a"))
attempt(lambda: round("a"))
attempt(lambda: round(1.7976931348623157e308, -308))
attempt(lambda: round(number=2.567, ndigits=1))
attempt(lambda: round())
attempt(lambda: round(-0.4))
attempt(lambda: round(-0.04, 1))
