"""bytes.translate and hex in long runs."""
table = bytes((i * 7 + 3) & 255 for i in range(256))
data = bytes(range(256)) + b"hello, world" * 5
print(data.translate(table).hex()[:80], len(data.translate(None, b"lo,")), data.translate(table, b"\x00\xff" + b"hello"))
print(bytearray(data).translate(table, bytes(range(200)))[:20], b"".translate(table), b"abc".translate(None, b"abc"), b"abc".translate(None, delete=b""))
for size in range(8):
    part = bytes(range(170, 170 + size))
    print(repr(part.hex()), [part.hex("-", group) for group in (-3, -2, -1, 0, 1, 2, 3, 9)], repr(part.hex(":")))
    print(bytearray(part).hex(), memoryview(part).hex(b"_", 2))
for table in (b"abc", bytes(257), "x" * 256):
    try:
        print(data.translate(table))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for text in ("", "abc", "héllo wörld", "漢字" * 20, "😀é", "\ud7ff", "\ue000", "퟿"):
    print(text.encode(), text.encode("utf-8", "ignore"), text.encode("utf-8").decode() == text)
for text in ("\ud800", "ab\udfff", "ퟀ\udc80x", "é\ud912\udc12é"):
    for errors in ("strict", "replace", "ignore", "surrogatepass", "surrogateescape", "backslashreplace"):
        try:
            print(ascii(text), errors, text.encode("utf-8", errors))
        except UnicodeEncodeError as error:
            print(error)
