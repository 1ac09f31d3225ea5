a, b, c = set(range(0, 10)), set(range(5, 15)), set(range(0, 15, 3))
for name, s in (("a&b", a & b), ("a|b", a | b), ("a-b", a - b), ("a^b", a ^ b), ("a&b&c", a & b & c), ("a|b-c", a | b - c), ("(a|b)-c", (a | b) - c)):
    print(name, sorted(s), len(s))
print(a & b <= a, a - b < a, (a ^ b) == (a | b) - (a & b), a.isdisjoint(range(20, 30)), min(a & c), sum(b - c))
