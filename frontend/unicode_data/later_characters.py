"""Writes later_characters.txt: what Debian 12's database (Unicode 15.0) does not have yet.

Run with the CPython whose characters are wanted (3.14 has Unicode 16.0):
    python3.14 later_characters.py /usr/share/unicode/UnicodeData.txt > later_characters.txt
The lines have the form of UnicodeData.txt; a range whose names are made of a prefix and the code
point is written as two lines, `<PREFIX, First>` and `<PREFIX, Last>`.
"""
import sys
import unicodedata


def known_characters(path):
    known, first = set(), 0
    with open(path, encoding="ascii") as lines:
        for line in lines:
            code, name = line.split(";")[:2]
            code = int(code, 16)
            if name.endswith(", First>"):
                first = code
            known.update(range(first if name.endswith(", Last>") else code, code + 1))
    return known


def prefix_of(code):
    """The prefix of an algorithmic name, or nothing."""
    name = unicodedata.name(chr(code), "")
    suffix = "%X" % code
    return name[:-len(suffix)] if name.endswith("-" + suffix) else ""


def line_of(code, name):
    char = chr(code)
    return ";".join(["%04X" % code, name, unicodedata.category(char), str(unicodedata.combining(char)),
                     unicodedata.bidirectional(char), unicodedata.decomposition(char)])


def main():
    known = known_characters(sys.argv[1])
    new = [code for code in range(0x110000)
           if code not in known and unicodedata.category(chr(code)) not in ("Cn", "Co", "Cs")]
    at = 0
    while at < len(new):
        code, prefix = new[at], prefix_of(new[at])
        if not prefix:
            print(line_of(code, unicodedata.name(chr(code), "<control>")))
            at += 1
            continue
        end = at
        while end + 1 < len(new) and new[end + 1] == new[end] + 1 and prefix_of(new[end + 1]) == prefix:
            end += 1
        print(line_of(code, f"<{prefix}, First>"))
        print(line_of(new[end], f"<{prefix}, Last>"))
        at = end + 1


main()
