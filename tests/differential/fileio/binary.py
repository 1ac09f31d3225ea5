with open("data.bin", "wb") as f:
    print(f.write(bytes(range(10))), f.write(b"\n\xff\x00"))
with open("data.bin", "rb") as f:
    print(f.read(3), f.read(), f.read())
with open("data.bin", "rb") as f:
    f.seek(5)
    print(f.tell(), f.read(2), f.tell())
    f.seek(-2, 2)
    print(f.read())
    f.seek(0)
    print(f.readline(), f.readline())
with open("data.bin", "r+b") as f:
    f.seek(2)
    f.write(b"XY")
    f.seek(0)
    print(f.read())
with open("data.bin", "ab") as f:
    f.write(b"end")
print(open("data.bin", "rb").read())
with open("text.txt", "w", newline="") as f:
    f.write("a\r\nb\nc\rd")
print(open("text.txt", "rb").read(), repr(open("text.txt").read()), repr(open("text.txt", newline="").read()))
with open("latin.txt", "w", encoding="latin-1") as f:
    f.write("café")
print(open("latin.txt", "rb").read(), open("latin.txt", encoding="latin-1").read())
try:
    open("latin.txt", encoding="utf-8").read()
except UnicodeDecodeError as e:
    print(e)
print(open("latin.txt", encoding="utf-8", errors="replace").read().encode("unicode_escape") if False else ascii(open("latin.txt", encoding="utf-8", errors="replace").read()))
with open("data.bin", "wb") as f:
    try:
        f.write("text")
    except TypeError as e:
        print(e)
