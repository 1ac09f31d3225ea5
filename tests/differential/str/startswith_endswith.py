def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
s = "hello world"
for p in ("", "h", "hello", "world", "hello world", "hello world!", "H", "o w"):
    print(repr(p), s.startswith(p), s.endswith(p), s.startswith(p, 6), s.endswith(p, 0, 5), s.startswith(p, 4), s.startswith(p, 20), s.endswith(p, -5))
print(s.startswith(("x", "he")), s.startswith(()), s.endswith(("ld", "x")), s.startswith(("world",), 6), "".startswith(""), "".startswith("", 1), "abc".endswith("", 3), "abc".startswith("", 4))
attempt(lambda: s.startswith(1))
attempt(lambda: s.startswith([]))
attempt(lambda: s.startswith(("a", 1)))
attempt(lambda: s.endswith(None))
attempt(lambda: s.startswith())
attempt(lambda: s.endswith("a", "b"))
print("日本語".startswith("日本"), "日本語".endswith("本語"), "日本語".startswith("本", 1), "🎉🎊".endswith("🎊"))
