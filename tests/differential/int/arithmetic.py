def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

for a in (0, 1, -1, 7, -7, 255, -256, 10**9, -10**18):
    for b in (1, -1, 2, -2, 3, -3, 10, -10, 10**9):
        print(a, b, a + b, a - b, a * b, a // b, a % b, divmod(a, b), a / b)
attempt(lambda: 1 // 0)
attempt(lambda: 1 % 0)
attempt(lambda: 1 / 0)
attempt(lambda: divmod(1, 0))
attempt(lambda: 10**30 // 0)
attempt(lambda: 10**30 % 0)
attempt(lambda: 10**30 / 0)
attempt(lambda: 0 ** -1)
attempt(lambda: -5 // True)
attempt(lambda: 1 + "a")
attempt(lambda: "a" + 1)
attempt(lambda: 1 - [])
attempt(lambda: None * 3)
attempt(lambda: 3 / "x")
attempt(lambda: 3 // {})
attempt(lambda: 3 % ())
attempt(lambda: divmod(3, "x"))
attempt(lambda: 2 ** "x")
attempt(lambda: -"x")
attempt(lambda: +[])
attempt(lambda: ~1.5)
