# Texts of all short lengths put together: joined, added, sliced, formatted.
def main():
    alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    wide = "\xe4\u20ac\U0001f600xyz" * 8
    for n in range(40):
        a, b = alphabet[:n], wide[:n]
        s = a
        s += b
        t = b
        t += t
        print(n, ascii(a + b == s), ascii("-".join([a, b, a])), ascii((a + "|" + a)[1:-1]), len(t), f"{a}:{n}:{b}" == a + ":" + str(n) + ":" + b)
    pieces = ",".join(str(i) for i in range(3000)).split(",")
    print(len(pieces), pieces[:3], pieces[-3:], "".join(pieces) == "".join(map(str, range(3000))))
    for n in (0, 1, -1, 9, -9, 10, -10, 255, -255, 99999, 100000, -99999, 2**40, -2**40, 2**48 - 1, -2**48, 2**48, 2**63, -2**64):
        print(n, str(n), repr(n), f"{n:d}|{n:x}|{n:5d}|{n:05d}|{n:012x}|{n:3}|{n:-30x}")
    for x in (0.0, -0.0, 0.5, 1.5, -2.25, 1 / 3, 1e6, 123456789.125, 1e15, -1e-7, 2.675):
        print(f"{x:.2f}|{x:10.3f}|{x:010.1f}|{x:f}|{x:.0f}")


main()
