for s in ("abc", "é", "日本", "🎉", ""):
    b = s.encode()
    print(s, list(b), b.hex(), len(s), len(b), b.decode() == s, bytes(reversed(b)), sum(b) % 256, " ".join(f"{x:08b}" for x in b[:3]))
data = bytearray(b"hello world")
for i in range(0, len(data), 2): data[i] ^= 0x20
print(data, data.decode(), bytes(data).swapcase(), data.translate(bytes(range(256))) == data)
caesar = bytes((c - 97 + 3) % 26 + 97 if 97 <= c <= 122 else c for c in b"hello, xyz")
print(caesar, int.from_bytes(b"\x01\x00", "big"), (258).to_bytes(2, "little"), b"a,b,,c".split(b","), b"-".join([b"x", b"y"]))
