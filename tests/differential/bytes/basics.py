def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
b = b"hello\x00\xff\n'\""
print(b, len(b), b[0], b[-1], b[1:3], b[::-1], list(b[:3]), b"" == bytes(), b'it\'s "q"', b"it's", br"\n\x00", b"a" b"b")
for v in range(0, 256, 17):
    print(bytes([v]), end=" ")
print()
print(bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(5)), bytes((65, 66)), bytes(bytearray(b"q")), bytes("é", "ascii", "replace"))
attempt(lambda: bytes(-1))
attempt(lambda: bytes([256]))
attempt(lambda: bytes([-1]))
attempt(lambda: bytes("abc"))
attempt(lambda: bytes(["a"]))
attempt(lambda: bytes(1.5))
attempt(lambda: bytes(None))
attempt(lambda: bytes(5, "utf-8"))
attempt(lambda: bytes(b"x", "utf-8"))
attempt(lambda: b[100])
attempt(lambda: b["a"])
attempt(lambda: b + "x")
attempt(lambda: "x" + b)
attempt(lambda: b"a" + b"b" * 3)
attempt(lambda: b"a" * "x")
attempt(lambda: b"a" < b"b")
attempt(lambda: b"a" < "b")
attempt(lambda: b"a" == "a")
attempt(lambda: 97 in b"abc")
attempt(lambda: b"bc" in b"abc")
attempt(lambda: "a" in b"abc")
attempt(lambda: 300 in b"abc")
attempt(lambda: b"\x80abc".isascii())
def assign():
    b[0] = 1
attempt(assign)
print([x for x in b"abc"], sum(b"\x01\x02\x03"), max(b"abc"), sorted(b"cab"), tuple(b"hi"), {b"k": 1}[b"k"], hash(b"a") == hash("a"), bool(b""), bool(b"\x00"))
class X:
    def __bytes__(self):
        return b"from X"
class Y:
    def __bytes__(self):
        return "no"
attempt(lambda: bytes(X()))
attempt(lambda: bytes(Y()))
