# args: 500
# count: 25000
"""Strings built by +=, join, f-strings and methods. usage: string_building.py [N]"""
import sys


def by_plus(n):
    """Page by page, so that an implementation whose += copies the string is slow, but not for minutes."""
    pages = []
    s = ""
    for i in range(n):
        s += chr(97 + i % 26)
        if i % 60 == 59:
            s += "\n"
        if i % 6000 == 5999:
            pages.append(s)
            s = ""
    return "".join(pages) + s


def by_join(n):
    parts = []
    for i in range(n):
        parts.append(str(i * 7))
    return ",".join(parts)


def by_format(n):
    out = []
    for i in range(n):
        out.append(f"{i:05d}:{i / 3:.2f}:{i:x}")
    return "|".join(out)


def by_methods(text):
    words = text.split(",")
    return " ".join(w.strip("7").rjust(4, "0").replace("12", "XY") for w in words if not w.endswith("3"))


def reverse_words(text):
    return "\n".join(line[::-1].title() for line in text.split("\n"))


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1700000
    a = by_plus(n)
    b = by_join(n)
    c = by_format(n // 2)
    d = by_methods(b)
    e = reverse_words(a)
    print(len(a), len(b), len(c), len(d), len(e), a.count("abc"), d.find("XY"), c[-20:], e[:20])


if __name__ == "__main__":
    main()
