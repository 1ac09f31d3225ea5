"""Searches in texts that are longer than what is looked at at once."""


def places(text, wanted):
    found, at = [], text.find(wanted)
    while at >= 0:
        found.append(at)
        at = text.find(wanted, at + 1)
    return found


plain = "abcab" * 9 + "xyz" + "ab" * 20
for wanted in ("ab", "ca", "bx", "xyz", "zab", "abab", "a" * 40, "b", "yz" + "ab" * 20, "ab" * 21, "nothing"):
    print(repr(wanted), places(plain, wanted), plain.count(wanted), plain.rfind(wanted), wanted in plain)
    print(plain.replace(wanted, "-"), plain.replace(wanted, "+", 2), len(plain.split(wanted)))

accents = "Größe naïve café – 漢字 ipsum " * 5 + "é"
for wanted in ("é", "ß", "ï", "字 i", "– ", "e", "ö", "ipsum é", "zz", "\u00a9", "\u0303"):
    print(repr(wanted), places(accents, wanted), accents.count(wanted), accents.index(wanted) if wanted in accents else None)
    print(accents.replace(wanted, "é") == accents, len(accents.replace(wanted, "")), accents.partition(wanted)[0][:20])

# Many places where both ends fit and the middle does not.
almost = ("a" + "b" * 30 + "a") * 40 + "a" + "b" * 29 + "ca"
wanted = "a" + "b" * 29 + "ca"
print(almost.find(wanted), almost.count(wanted), almost.find("a" + "b" * 15 + "c" + "b" * 14 + "a"))
data = almost.encode()
print(data.find(wanted.encode()), data.count(b"aa"), data.count(b"b"), data.replace(b"b", b"cc").count(b"c"))
for size in range(30, 52):
    text = "-" * size + "needle"
    print(text.find("needle"), (text + "-").find("needle-"), text.find("needles"), text.count("-"), end="; ")
print()

# Ends of lines.
breaks = ["\n", "\r", "\r\n", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]
others = ["\t", "\x1f", "\x1b", " ", "\x7f", "é", "\u2027", "\u202a", "\x00"]
long = "".join(f"line {i} of some length{mark}" for i, mark in enumerate(breaks + others))
print(long.splitlines())
print(long.splitlines(True))
print([mark.splitlines() for mark in breaks], ["a" + mark for mark in others] == ["a" + mark for mark in others if ("a" + mark).splitlines()])
print("\n\r\n\n".splitlines(), "".splitlines(), "abcdefgh\n".splitlines(), "abcdefgh\r\nabcdefg\r\n\n".splitlines(True), ("x" * 40).splitlines())
