for s in ("", "a", "it's", 'say "hi"', "both ' and \"", "back\\slash", "tab\tnew\nret\r", "\x00\x01\x1f\x7f", "\x80\xa0\xad\xff", "é", "日本", "\u200b\u2028\ufeff", "🎉", "\U000e0001", "\ud800", "\udfff x", "\\n", "'", '"', "''", "\x1b[0m", "\u0378", "\uffff", "\U0010ffff"):
    print(repr(s).encode("utf-8", "backslashreplace"), ascii(s), len(s), len(repr(s)))
print("\a\b\f\v\0".encode(), "\101\60\7", "\x41\u0042\U00000043", "\N{LATIN SMALL LETTER E WITH ACUTE}\N{BULLET}", "line \
continued")
print(r"raw\n\t\\", r'\'', R"\x41", "a" "b" 'c' """d""", 'tri''ple', "\"", '\'')
print("""multi
line 'quotes' "inside" """, '''also
"this"''')
print(["a'b", 'a"b', "\n"], {"k\t": "v\\"}, ("é", "\x85"))
print(ascii("é日🎉'"), ascii(["é"]), ascii({"日": 1}), ascii(5))
