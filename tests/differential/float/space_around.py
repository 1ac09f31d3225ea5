# What counts as space around a number's text: C's, and Unicode's beyond ASCII.
for text in ("\x1c1", "1\x1f", "\x851", " 1\u2003", "\t1\v\f", "1\x00", "(\x1c1j\x1d)", " ( 1j\t) ", "\u20031j "):
    for convert in (float, complex, int, float.fromhex):
        try:
            print(ascii(text), convert.__name__, convert(text))
        except (ValueError, TypeError) as error:
            print(ascii(text), convert.__name__, type(error).__name__, ascii(str(error)))
for text in (b"\x1c1", b"1\x1f", b"\t1\v", b"1_0", b"\x851"):
    for convert in (float, int):
        try:
            print(text, convert.__name__, convert(text))
        except ValueError as error:
            print(text, convert.__name__, error)
