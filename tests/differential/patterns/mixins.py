class Comparable:
    def __lt__(self, o): return self.key() < o.key()
    def __le__(self, o): return not o < self
    def __gt__(self, o): return o < self
    def __ge__(self, o): return not self < o
    def __eq__(self, o): return type(self) is type(o) and self.key() == o.key()
    def __hash__(self): return hash(self.key())
class Printable:
    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in sorted(vars(self).items()))})"
class Cloneable:
    def clone(self, **changes):
        c = type(self).__new__(type(self))
        c.__dict__.update(self.__dict__, **changes)
        return c
class Serial:
    def dump(self): return ";".join(f"{k}:{v}" for k, v in vars(self).items())
    @classmethod
    def load(cls, s):
        o = cls.__new__(cls)
        for part in s.split(";"):
            k, v = part.split(":")
            setattr(o, k, int(v) if v.isdigit() else v)
        return o
class Card(Comparable, Printable, Cloneable, Serial):
    def __init__(self, rank, suit): self.rank, self.suit = rank, suit
    def key(self): return (self.rank, self.suit)
a, b = Card(5, "H"), Card(5, "S")
print(a, a < b, a <= b, a > b, a >= b, a == b, a == Card(5, "H"), len({a, b, Card(5, "H")}), sorted([b, a]), max(a, b))
print(a.clone(rank=9), a.dump(), Card.load(a.dump()) == a, Card.load("rank:2;suit:C"), [c.__name__ for c in Card.__mro__])
class Log:
    def __init__(self, *a, **k):
        self.log = [f"{type(self).__name__}"]
        super().__init__(*a, **k)
class LoggedCard(Log, Card):
    pass
print(LoggedCard(1, "D"), LoggedCard(2, suit="X").log)
