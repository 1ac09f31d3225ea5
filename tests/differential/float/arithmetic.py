def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
vals = [0.0, -0.0, 1.5, -2.5, 7.0, 1e308, 5e-324, float("inf"), float("-inf"), float("nan")]
for a in vals:
    print(a, [a + b for b in vals], [a - b for b in vals], [a * b for b in vals])
    for b in vals:
        if b:
            print(a / b, end=" ")
    print()
for a in (5.5, -5.5, 0.3, -0.3, 1e20):
    for b in (2.0, -2.0, 0.1, 3, -3):
        print(a // b, a % b, divmod(a, b))
print(float("inf") % 2, 5.0 % float("inf"), -5.0 % float("inf"), 5.0 // float("inf"), -5.0 // float("inf"))
attempt(lambda: 1.0 / 0)
attempt(lambda: 1.0 // 0.0)
attempt(lambda: 1.0 % 0)
attempt(lambda: divmod(1.0, 0.0))
attempt(lambda: 0.0 ** -1)
attempt(lambda: (-8.0) ** 0.5)
attempt(lambda: (-8) ** (1/3))
attempt(lambda: 10.0 ** 400)
attempt(lambda: 2.0 ** 0.5)
attempt(lambda: float("inf") ** 0)
attempt(lambda: float("nan") ** 0)
attempt(lambda: 1 ** float("nan"))
attempt(lambda: (-2.0) ** 3)
attempt(lambda: 0.0 ** 0.0)
attempt(lambda: 1.5 + "a")
attempt(lambda: 1.5 & 1)
attempt(lambda: 1.5 << 1)
attempt(lambda: [1] * 1.5)
attempt(lambda: -1.5 ** 2)
print(0.1 + 0.2 == 0.3, 0.5 + 0.25 == 0.75, 0.0 == -0.0, 1.5 > 1, 3 == 3.0, -1.5 < -1)
