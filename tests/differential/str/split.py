def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
s = "  one two   three\tfour\nfive  "
print(s.split(), s.split(" "), s.split(None, 2), s.split(maxsplit=1), s.split(" ", 3))
print(s.rsplit(), s.rsplit(None, 2), s.rsplit(" ", 2), s.rsplit(maxsplit=0))
print("a,b,,c,".split(","), "a,b,,c,".rsplit(",", 2), ",".split(","), "".split(","), "".split(), "abc".split("abc"), "aXXbXXc".split("XX"), "aXXXb".split("XX"))
print("a--b--c".split("--", 1), "a--b--c".rsplit("--", 1), "a--b--c".split("--", 0), "a--b--c".split("--", -1), "a b c".split(sep=" ", maxsplit=1))
print("\u3000x\u2003y\xa0z\u200bw".split(), "日本,語".split(","), "a\x1cb\x1db".split())
attempt(lambda: "abc".split(""))
attempt(lambda: "abc".split(1))
attempt(lambda: "abc".rsplit(""))
attempt(lambda: "abc".split("a", "b"))
attempt(lambda: "abc".split("a", 1, 2))
attempt(lambda: "abc".split(foo=1))
print("k=v=w".partition("="), "k=v=w".rpartition("="), "kv".partition("="), "kv".rpartition("="), "".partition("x"))
attempt(lambda: "abc".partition(""))
attempt(lambda: "abc".rpartition(1))
