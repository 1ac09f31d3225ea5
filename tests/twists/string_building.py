# args: 500
# size: 1700000
"""A builtin's name bound anew: characters that are no ASCII near the end. usage: string_building.py [N]"""
import builtins
import sys

from straight import string_building


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1700000
    late = n * 9 // 10
    a = string_building.by_plus(late)
    string_building.chr = lambda code: builtins.chr(code + 0x1000)
    a += string_building.by_plus(n - late)
    b = string_building.by_join(n)
    c = string_building.by_format(n // 2)
    string_building.str = lambda number: f"<{number}>"
    d = string_building.by_methods(b + string_building.by_join(20))
    e = string_building.reverse_words(a)
    print(len(a), len(b), len(c), len(d), len(e), a.count("abc"), d.find("XY"), c[-20:], e[:20], d[-30:], a[-3:])


if __name__ == "__main__":
    main()
