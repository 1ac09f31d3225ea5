class Meters(int):
    unit = "m"
    def __add__(self, other):
        return Meters(int(self) + int(other))
    def __repr__(self):
        return f"Meters({int(self)})"
    def __str__(self):
        return f"{int(self)} m"
a = Meters(5)
b = Meters(7)
print(a, repr(a), a + b, repr(a + 1), a * b, type(a * b).__name__, a - b, -a, type(-a).__name__)
print(a == 5, a < b, hash(a) == hash(5), {5: "five"}[a], isinstance(a, int), a.unit, a.real, type(a.real).__name__)
print([10, 20, 30, 40, 50, 60][a], "ab" * a, f"{a} {a:d} {a:>6}", "%d %s" % (a, a))
a.note = "attr"
print(a.note, a.__dict__)
print(sum([a, b]), sum([a, b], Meters(0)), max(a, b), sorted([b, a]))
class Even(int):
    def __new__(cls, value):
        if value % 2:
            raise ValueError(f"{value} is odd")
        return super().__new__(cls, value)
print(Even(4) + 1)
try:
    Even(3)
except ValueError as e:
    print(e)
print(int.__new__(Even, 3), type(int.__new__(Even, 3)).__name__)
print(Even.from_bytes(b"\x04", "big"), type(Even.from_bytes(b"\x04", "big")).__name__)
