for n in (0, 1, -1, 9, 10, -10, 255, 4096, -65535, 2**31, 2**63, -2**63, 2**64, 10**25, -10**25):
    print(str(n), repr(n), bin(n), oct(n), hex(n))
    print(f"{n:b} {n:o} {n:x} {n:X} {n:#b} {n:#o} {n:#x} {n:#X} {n:d} {n:n}")
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: bin(1.0))
attempt(lambda: hex("a"))
attempt(lambda: oct(None))
class I:
    def __index__(self):
        return 77
attempt(lambda: bin(I()))
attempt(lambda: hex(I()))
attempt(lambda: oct(I()))
print(hex(10**30), bin(2**65 + 1), oct(8**25 - 1))
print(len(str(7**1000)), str(7**200)[:20], str(7**200)[-20:])
