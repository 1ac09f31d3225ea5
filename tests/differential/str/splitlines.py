for s in ("", "a", "a\n", "a\nb", "a\r\nb\rc\n", "\n", "\n\n", "a\n\nb", "a\vb\fc", "a\x1cb\x1dc\x1ed", "a\x85b", "a\u2028b\u2029c", "a\r\n\r\n", "\r", "x\n\r y", "日本\n語"):
    print(ascii(s), ascii(s.splitlines()), ascii(s.splitlines(True)), ascii(s.splitlines(keepends=True)) == ascii(s.splitlines(1)))
text = """first
  second

last"""
for number, line in enumerate(text.splitlines(), 1):
    print(number, repr(line), len(line), line.strip() or "(empty)")
print(b"a\nb\x0bc\r\n".splitlines(), "a\nb".split("\n"), "a\n".split("\n"))
