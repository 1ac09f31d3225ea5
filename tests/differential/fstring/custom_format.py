class Money:
    def __init__(self, cents):
        self.cents = cents
    def __format__(self, spec):
        if spec == "":
            return str(self)
        if spec.endswith("u"):
            return f"{self.cents / 100:{spec[:-1]}} USD"
        raise ValueError(f"bad money spec {spec!r}")
    def __str__(self):
        return f"${self.cents // 100}.{self.cents % 100:02d}"
m = Money(123456)
print(f"{m} {m:,.2fu} {m!s:>12} {m:u}", format(m), format(m, ".1fu"), "{:.0fu}".format(m), "{0} {0:.3fu}".format(m))
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: f"{m:zz}")
class Bad:
    def __format__(self, spec):
        return 5
attempt(lambda: f"{Bad()}")
attempt(lambda: format(Bad(), "x"))
class Plain:
    pass
attempt(lambda: f"{Plain():5}")
attempt(lambda: f"{Plain()!r:.5}")
class Width:
    def __init__(self, n):
        self.n = n
    def __str__(self):
        return str(self.n)
attempt(lambda: f"{'x':{Width(6)}}|")
attempt(lambda: f"{'x':>{Width(4)}}|{1.5:{Width('.3f')}}")
def noisy(v):
    print("eval", v)
    return v
print(f"{noisy(1)} {noisy(2):{noisy(5)}} {noisy(3)!r}")
attempt(lambda: f"{undefined_name}")
attempt(lambda: f"{1 / 0}")
attempt(lambda: f"{[].x}")
