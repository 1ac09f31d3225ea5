def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for s in ("", " ", "  a  ", "\t\na\r\n", "xxaxx", "\xa0é\u3000", "abcba", "no"):
    print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()), repr(s.strip("x")), repr(s.strip("ab")), repr(s.lstrip("xa")), repr(s.rstrip("ba x")), repr(s.strip("")), repr(s.strip(None)))
print("éàé".strip("é"), "日本日".strip("日"), "🎉x🎉".strip("🎉"))
print("prefix-body-suffix".removeprefix("prefix-").removesuffix("-suffix"), "abc".removeprefix("x"), "abc".removesuffix(""), "abc".removeprefix("abcd"), "aaa".removeprefix("a"), repr("a".removesuffix("a")))
attempt(lambda: "a".strip(1))
attempt(lambda: "a".strip("a", "b"))
attempt(lambda: "a".removeprefix(None))
attempt(lambda: "a".removesuffix())
