def classify(n): return "neg" if n < 0 else "zero" if n == 0 else "small" if n < 10 else "big"
print([classify(n) for n in (-5, 0, 5, 50)])
print(1 if [] else 2, (1 if True else 2) + 1, [x if x else "-" for x in (0, 1, "")], (lambda v: "t" if v else "f")([]), "a" if 0 else "b" if 0 else "c")
x = 5
y = x > 3 and "gt" or "le"
print(y, x and 0 or "zero is falsy", x or 1 / 0, not x, not not x, x and not 0)
print(0 and 1 / 0, [] or {} or () or "end", 1 and 2 and 3, 1 and 0 and 3, None or 0, "" or None, not "" and not [], not (1 and 0))
def truthy(v):
    if v: return True
    return False
for v in (0, 1, 0.0, 0.1, "", "0", [], [[]], {}, {0: 0}, (), ((),), set(), {0}, None, range(0), range(1), b"", b"0", 0j, 1j, frozenset(), float("nan"), -1, lambda: 0, object, print, False, True, bytearray(), ...):
    print(truthy(v), end=" ")
print()
count = 0
if x > 1 and (x < 3 or x == 5) and not x == 6: count += 1
if (x > 1 or 1 / 0) and (x < 10): count += 1
if not (x < 1 or x > 10): count += 1
print(count)
a = b = 0
if a or b: print("no")
elif not a and not b: print("neither")
while a < 3 and (b := b + 2) < 10: a += 1
print(a, b, bool(a) is True, (a > 1) == True, (a and b), (a or b), 1 - True, True + True, "yes" * (a == 3), [10, 20][a > 5])
print(min(a, b) if a != b else "equal", max((a, 1) if a else (b, 2)), (a if a > b else b), sum(1 if i % 2 else 10 for i in range(4)))
