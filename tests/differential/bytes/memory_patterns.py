# Byte work as programs do it: checksums, run lengths, hex dumps.
data = bytes((i * 37 + i * i) % 256 for i in range(100))
def adler(data):
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return (b << 16) | a
print(adler(data), adler(b""), adler(b"Wikipedia") == 0x11E60398)
def crc_table():
    table = []
    for n in range(256):
        c = n
        for _ in range(8):
            c = (c >> 1) ^ 0xEDB88320 if c & 1 else c >> 1
        table.append(c)
    return table
TABLE = crc_table()
def crc32(data):
    c = 0xFFFFFFFF
    for byte in data:
        c = TABLE[(c ^ byte) & 255] ^ (c >> 8)
    return c ^ 0xFFFFFFFF
print(hex(crc32(b"123456789")), hex(crc32(data)))
for offset in range(0, 48, 16):
    row = data[offset:offset + 16]
    print(f"{offset:08x}  {row.hex(' ')}  |{''.join(chr(b) if 32 <= b < 127 else '.' for b in row)}|")
def rle(data):
    out = bytearray()
    i = 0
    while i < len(data):
        j = i
        while j < len(data) and data[j] == data[i] and j - i < 255:
            j += 1
        out += bytes([j - i, data[i]])
        i = j
    return bytes(out)
def unrle(data):
    out = bytearray()
    for count, value in zip(data[::2], data[1::2]):
        out += bytes([value]) * count
    return bytes(out)
packed = rle(b"aaaabbbcccccccccd" + bytes(300))
print(packed, unrle(packed) == b"aaaabbbcccccccccd" + bytes(300))
xored = bytes(x ^ y for x, y in zip(data, data[::-1]))
print(xored[:10], sum(xored), int.from_bytes(data[:9], "little"), data[3:40:7])
