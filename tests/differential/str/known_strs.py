# Comparisons, `in` and predicates where the compiler knows, or thinks it knows, that it has strs.
class Text(str):
    def __eq__(self, other):
        return "asked"

    def __hash__(self):
        return 7

    def __lt__(self, other):
        return "less"

    def __contains__(self, other):
        return other == "q"

    def isdigit(self):
        return "perhaps"


def classify(ch):
    found = []
    if ch == "a":
        found.append("a")
    if "b" == ch:
        found.append("b")
    if ch != "c":
        found.append("not c")
    if ch == "null":
        found.append("null")
    if ch == "":
        found.append("empty")
    if ch == "12345678":
        found.append("eight")
    if ch == "123456789":
        found.append("nine")
    if ch == "\xe9":
        found.append("e acute")
    if ch == "a\0":
        found.append("a NUL")
    if ch in "abc \n":
        found.append("in abc")
    if ch not in "":
        found.append("not in nothing")
    if ch in "x\xe9z\u20ac":
        found.append("in wide")
    if "0" <= ch <= "9":
        found.append("digit by order")
    if ch > "a":
        found.append("above a")
    if "z" >= ch:
        found.append("z above")
    if ch < "aa":
        found.append("below aa")
    for name, answer in (("isdigit", ch.isdigit()), ("isdecimal", ch.isdecimal()), ("isalpha", ch.isalpha()),
                         ("isalnum", ch.isalnum()), ("isspace", ch.isspace()), ("isupper", ch.isupper()),
                         ("islower", ch.islower())):
        if answer:
            found.append((name, answer))
    return found


def equal(a, b):
    return a == b, a != b, a < b, a <= b, a > b, a >= b, a in b


def characters(text):
    found = []
    for i in range(len(text)):
        ch = text[i]
        found.append((ch == "a", ch in "abc", ch.isdigit(), ch.isalpha(), ch.isspace(), ch < "b", "." in text))
    return found


def count(text, wanted):
    n = 0
    for i in range(len(text)):
        if text[i] == wanted:
            n += 1
        if text[i] in wanted:
            n += 100
        if wanted in text:
            n += 10000
    return n


def main():
    words = ["a", "b", "c", "", "null", "nul", "nullx", "12345678", "123456789", "12345679", "1234567890", "\xe9", "a\0",
             "\0", "5", "55", "\u0665", "\xb2", "\x1c", "\x85", "\u2003", "A", "AB", "Ab", "Z", "z", "{", "@", "\x7f",
             "\u20ac", "\ud800", "\U0001f600", "abc", "bc ", "x\xe9", "\u01c5", "".join(["a"]), "ab"[:1], chr(97)]
    for word in words:
        print(ascii(word), classify(word))
    for word in words:
        for other in words:
            print(*("01"[answer] for answer in equal(word, other)), end=" ")
        print()
    for code in range(128):
        print(code, characters(chr(code)), classify(chr(code)))
    print(characters("a1 b.c"), characters("\xe9a1"))
    print(count("abcabc", "a"), count("abcabc", "ab"), count("\xe9a", "\xe9"), count("abc", ""), count("", "x"))
    # What is no str, or not exactly one.
    print(classify(Text("a")), classify(Text("5")))
    print(equal("a", Text("a")), equal(Text("a"), "b"), equal("q", Text("b")))
    for other in (None, 1, b"a", ["a"], ("a",)):
        print("a" == other, other == "a", "a" != other)
        for ask in (lambda: "a" < other, lambda: other in "abc", lambda: count("abc", other)):
            try:
                print(ask())
            except TypeError as e:
                print(e)
    try:
        print(classify(5))
    except (TypeError, AttributeError) as e:
        print(e)


main()
