values = [0, 1, -1, 5, -6, 255, -256, 2**31, -2**31, 2**63, -2**63 - 1, 2**100 + 3, -(2**100) - 7]
for a in values:
    for b in values:
        print(a & b, a | b, a ^ b)
    print(~a, a.bit_length(), a.bit_count())
for a in (1, -1, 5, -5, 2**70, -2**70):
    for n in (0, 1, 7, 31, 63, 64, 100):
        print(a << n, a >> n)
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: 1 << -1)
attempt(lambda: 1 >> -1)
attempt(lambda: 0 << 10**6)
attempt(lambda: 1 >> 10**30)
attempt(lambda: -1 >> 10**30)
attempt(lambda: 1 << 1.0)
attempt(lambda: 1 & 1.0)
attempt(lambda: 1 | "a")
attempt(lambda: 1 ^ None)
attempt(lambda: True & False)
attempt(lambda: True | 2)
attempt(lambda: True ^ True)
attempt(lambda: ~int(True) + 10)
