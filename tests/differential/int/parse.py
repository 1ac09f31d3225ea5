def attempt(*args, **kw):
    try:
        print(repr(int(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, e)
for text in ("0", "12", "-12", "+7", "  42  ", "\t9\n", "1_000", "007", "0_0", "٣٤", "१२३"):
    attempt(text)
for text in ("", " ", "1__0", "_1", "1_", "0x10", "1.5", "1e3", "abc", "--1", "+ 1", "1 2", "½", "²", "12\0", "é"):
    attempt(text)
for text, base in (("ff", 16), ("0xFF", 16), ("0b101", 2), ("0o17", 8), ("zz", 36), ("101", 2), ("0x1f", 0),
                   ("0b11", 0), ("0o7", 0), ("10", 0), ("0", 0), ("00", 0), ("010", 0), ("-0x1A", 0), ("1_f", 16), ("0x_f", 16),
                   ("9", 8), ("2", 2), ("g", 16), ("10", 1), ("10", 37), ("10", -1), ("", 10), ("0b", 0)):
    attempt(text, base)
attempt()
attempt(b"12")
attempt(b" -5 ")
attempt(bytearray(b"77"), 8)
attempt(b"xyz")
attempt(3.99)
attempt(-3.99)
attempt(1e30)
attempt(float("nan"))
attempt(float("inf"))
attempt(True)
attempt(None)
attempt([1])
attempt(1 + 2j)
attempt(12, 10)
attempt("12", base=5)
attempt(base=10)
attempt("1", "2")
attempt("1" * 30)
attempt("9" * 100)
attempt("-" + "7" * 60, 8)
