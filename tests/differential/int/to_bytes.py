def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for n in (0, 1, 127, 128, 255, 256, 65535, 2**32 - 1, 2**70):
    for order in ("big", "little"):
        size = (n.bit_length() + 7) // 8 or 1
        data = n.to_bytes(size, order)
        print(n, order, data, int.from_bytes(data, order))
for n in (-1, -128, -129, -2**40):
    data = n.to_bytes(8, "big", signed=True)
    print(data, int.from_bytes(data, "big", signed=True), int.from_bytes(data, "big"))
attempt(lambda: (5).to_bytes())
attempt(lambda: (256).to_bytes())
attempt(lambda: (256).to_bytes(1, "big"))
attempt(lambda: (-1).to_bytes(1, "big"))
attempt(lambda: (128).to_bytes(1, "big", signed=True))
attempt(lambda: (-129).to_bytes(1, "little", signed=True))
attempt(lambda: (1).to_bytes(2, "middle"))
attempt(lambda: (1).to_bytes(-1, "big"))
attempt(lambda: (0).to_bytes(0, "big"))
attempt(lambda: int.from_bytes(b"", "big"))
attempt(lambda: int.from_bytes([1, 2, 3], "big"))
attempt(lambda: int.from_bytes([256], "big"))
attempt(lambda: int.from_bytes("abc", "big"))
attempt(lambda: int.from_bytes(bytearray(b"\xff\x00"), byteorder="little", signed=True))
attempt(lambda: int.from_bytes(b"\x01\x02"))
