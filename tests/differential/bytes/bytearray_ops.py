def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
a = bytearray(b"hello")
print(a, len(a), a[0], a[-1], a[1:3], repr(bytearray()), bytearray(3), bytearray([1, 2]), bytearray("é", "utf-8"), a == b"hello", b"hello" == a, a != bytearray(b"x"))
a[0] = 72
a.append(33)
a.extend(b" wor")
a.extend([108, 100])
a += b"?"
a *= 2
print(a)
a[1:3] = b"XYZ"
print(a)
a[::2] = bytes(len(a[::2]))
print(a)
del a[::2]
print(a)
del a[0]
a.insert(0, 65)
a.insert(100, 66)
a.insert(-1, 67)
print(a, a.pop(), a.pop(0), a)
a.remove(67)
a.reverse()
print(a, a.copy() is a, a.copy() == a)
a.clear()
print(a, bool(a))
x = bytearray(b"abc")
y = x
y += b"d"
print(x, x is y, x + b"e", b"e" + x, type(x + b"e").__name__, type(b"e" + x).__name__, x * 2, x[::-1], type(x[1:]).__name__)
attempt(lambda: x.append(256))
attempt(lambda: x.append("a"))
attempt(lambda: x.extend("abc"))
attempt(lambda: x.extend([1, 300]))
attempt(lambda: x.extend(5))
attempt(lambda: x.remove(200))
attempt(lambda: x.pop(100))
attempt(lambda: bytearray().pop())
attempt(lambda: bytearray("abc"))
attempt(lambda: hash(x))
attempt(lambda: x.insert("a", 1))
attempt(lambda: x + "s")
attempt(lambda: x["a"])
def set1():
    x[0] = 256
def set2():
    x[0] = "a"
def set3():
    x[10] = 1
def set4():
    x[::2] = b"abc"
def set5():
    x[0:1] = 5
def del1():
    del x[10]
for f in (set1, set2, set3, set4, set5, del1):
    attempt(f)
print(x, x.upper(), x.find(b"b"), x.split(b"b"), x.decode(), x.hex(), x.startswith(b"a"), x.replace(b"a", b"ZZ"), x.join([b"1", b"2"]), list(x), 97 in x, b"bc" in x, bytes(x), x.isalpha(), bytearray.fromhex("0aff"))
print(sorted(bytearray(b"cab")), max(bytearray(b"cab")), bytearray(b"a") < bytearray(b"b"), bytearray(b"\x00\xff'\\"))
