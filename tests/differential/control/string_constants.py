a = "one" "two" 'three' """four"""
b = ("line one "
     "line two "
     'line three')
c = f"{1}" "plain" f"{2}" r"\n"
d = b"by" b"tes"
e = "a" "b" * 2
f = "%s" "%d" % ("x", 5)
print(a, b, c, d, e, f)
print("a"
      "b",
      "c" + "d" "e")
x = {"k" "ey": "v" "al"}
print(x, ["a" "b", "c"], ("a" "b"), ("a" "b",))
print("""a
b\
c
  d""", '''"''', """'""", "\
start", 'it''s', "tab\there", "null\0end".encode())
print("\x41\u00e9\U0001F389\101\n".encode(), "\\", '\'"', "\"'", r"\x41\'", len(r"\""), "\N{GREEK SMALL LETTER ALPHA}", "\t|\v|\f|\a|\b|\r".encode())
print(u"unicode", b"\xff\x00A\n", rb"\xff", Rb"\n", bR'\t', b'\'')
def doc():
    "doc" "string" " joined"
print(doc.__doc__)
def fdoc():
    f"not a doc"
print(fdoc.__doc__)
class K:
    """Class doc
    indented"""
print(K.__doc__)
long = ("x" * 10 +
        "y" * 5
        + "z")
print(long, len("""\
no leading newline
"""))
print("é" "日" "🎉", len("é" "日" "🎉"), "a\
b", 'single \
continued')
