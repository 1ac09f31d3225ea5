def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
for s in ("", "ab", "abc", "日本", "🎉"):
    for w in (0, 2, 3, 6, 7, -1):
        print(repr(s.ljust(w)), repr(s.rjust(w)), repr(s.center(w)), repr(s.center(w, "*")), repr(s.ljust(w, "é")), repr(s.zfill(w)))
print("-42".zfill(6), "+7".zfill(4), "--1".zfill(5), "-".zfill(3), "3.14".zfill(7), "abc".zfill(2))
print("a\tb\tc".expandtabs(), "a\tb".expandtabs(4), "\t".expandtabs(3) + "|", "ab\ncd\te".expandtabs(4), "a\tb".expandtabs(0), "a\tb".expandtabs(-1), "日\tx".expandtabs(4), "a\r\tb".expandtabs(tabsize=2).encode())
attempt(lambda: "a".center(5, "xy"))
attempt(lambda: "a".ljust(5, ""))
attempt(lambda: "a".ljust("5"))
attempt(lambda: "a".center(5, 1))
attempt(lambda: "a".rjust())
attempt(lambda: "a".zfill(1.5))
attempt(lambda: "a".expandtabs("x"))
