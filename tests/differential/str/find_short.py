# find, count, replace, split and `in` in texts that are short, and just too long to be.
def naive(text, wanted, start=0):
    for at in range(start, len(text) - len(wanted) + 1):
        if all(text[at + i] == wanted[i] for i in range(len(wanted))):
            return at
    return -1


def main():
    wrong = 0
    asked = 0
    for base in ("ab", "aab", "abcab", "\xe4b", "x\u20acx", "aaaaaaab", "ab\0"):
        for size in (0, 1, 2, 3, 7, 8, 15, 16, 17, 30, 31, 32, 33, 34, 63, 64, 65):
            text = (base * 65)[:size] + "!z"
            for wanted in ("ab", "ba", "b!", "!z", "aa", "aaab", "\xe4b", "\u20acx", "b\0", "z", "abcabcabc", "zz", text, text + "?", text[1:], text[-3:]):
                asked += 1
                if text.find(wanted) != naive(text, wanted) or (wanted in text) != (naive(text, wanted) >= 0):
                    wrong += 1
                    print(ascii(text), ascii(wanted), text.find(wanted), naive(text, wanted))
                if wanted and text.replace(wanted, "<>") != "<>".join(text.split(wanted)):
                    wrong += 1
                if wanted and text.count(wanted) != len(text.split(wanted)) - 1:
                    wrong += 1
                if text.find(wanted, 2) != naive(text, wanted, 2):
                    wrong += 1
    print(asked, wrong, "a-b--c".split("--"), "12".replace("12", "XY"), "0112120".replace("12", "XY"))


main()
