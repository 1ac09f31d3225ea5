"""int() of texts, and hex, oct, bin of small numbers."""
for text in ("0", "7", "-7", "+7", "007", "-0", " 12", "12 ", "1_000", "_1", "1_", "", "-", "+", "--1", "1.0", "0x10", "99999999999999",
             "999999999999999", "-99999999999999", "123456789012345678901", "٣", "１２", "1e3", "a", "\n5\t", "- 5"):
    try:
        print(repr(text), int(text), int(text.encode()) if text.isascii() else "")
    except ValueError as error:
        print(error)
for number in (0, 1, -1, 255, -255, 2**31, 2**47, -2**47, 2**48 - 1, 2**48, 2**62, -2**63, 2**64, 10**30, True, False):
    print(hex(number), oct(number), bin(number), f"{number:x} {number:#b} {number:o}")


class Index:
    def __index__(self):
        return -12


print(hex(Index()), bin(Index()), oct(Index()))
for wrong in (1.0, "1", None):
    try:
        hex(wrong)
    except TypeError as error:
        print(error)
