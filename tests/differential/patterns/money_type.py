class Currency(str): pass
class Money:
    __slots__ = ("amount", "currency")
    RATES = {("EUR", "USD"): 1.25, ("USD", "EUR"): 0.8}
    def __init__(self, amount, currency="EUR"):
        self.amount, self.currency = round(amount, 2), Currency(currency)
    def to(self, currency):
        if currency == self.currency: return self
        try: return Money(self.amount * self.RATES[self.currency, currency], currency)
        except KeyError: raise ValueError(f"no rate {self.currency}->{currency}") from None
    def __add__(self, o):
        if isinstance(o, Money): return Money(self.amount + o.to(self.currency).amount, self.currency)
        return NotImplemented
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __mul__(self, k): return Money(self.amount * k, self.currency) if isinstance(k, (int, float)) else NotImplemented
    __rmul__ = __mul__
    def __truediv__(self, k): return self.amount / k.to(self.currency).amount if isinstance(k, Money) else Money(self.amount / k, self.currency)
    def __neg__(self): return self * -1
    def __eq__(self, o): return isinstance(o, Money) and abs(self.amount - o.to(self.currency).amount) < 0.005
    def __lt__(self, o): return self.amount < o.to(self.currency).amount
    def __hash__(self): return hash(self.to("EUR").amount)
    def __bool__(self): return self.amount != 0
    def __format__(self, spec): return f"{self.amount:{spec or '.2f'}} {self.currency}"
    def __repr__(self): return f"Money({self.amount!r}, {self.currency!r})"
    __str__ = lambda self: format(self)
a, b = Money(10), Money(5, "USD")
print(a, b, a + b, b + a, a * 3, 0.5 * a, a / 3, a / b, -a, a == Money(12.5, "USD"), sum([a, a, b]), sorted([a, b, Money(1)]), f"{a:>10.1f}", repr(b), bool(Money(0)), max(a, b), {a: 1}[Money(10)])
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
attempt(lambda: a + 5)
attempt(lambda: 5 + a)
attempt(lambda: a * "x")
attempt(lambda: a.to("GBP"))
attempt(lambda: a < 5)
attempt(lambda: setattr(a, "z", 1))
attempt(lambda: a / 0)
