"""s += t where s has one reference: it grows in place, and nobody else may see that."""


def grow(pieces):
    s = ""
    for piece in pieces:
        s += piece
    return s


def double(start, times):
    s = start + "."
    for _ in range(times):
        s += s
    return s


def kept(pieces):
    s = "k"
    seen = []
    for piece in pieces:
        s += piece
        seen.append(s)
    return seen


def as_key(pieces):
    s = "long enough to be no character "
    table = {}
    for piece in pieces:
        s += piece
        table[hash(s)] = len(s)
        s += piece
        table[hash(s)] = len(s)
    return sorted(table.values()), hash(s) == hash("".join([s[:5], s[5:]]))


def interned(pieces):
    s = "name"
    for piece in pieces:
        s += piece
        setattr(interned, s, len(s))
        s += "_"
    return sorted(n for n in vars(interned))


letters = [chr(97 + i % 26) for i in range(70)]
print(grow(letters), len(grow(letters * 500)))
print(grow(["a", "é", "b", "€uro", "", "😀", "z" * 30]), grow(["", ""]) == "", grow(["ü"] * 5))
print(double("ab", 8)[-9:], len(double("ab", 18)), double("é", 6))
print(kept(["a", "b", "cd", "é", "f"]))
print(as_key(["x", "yy", "zzz"]))
print(interned(["a", "b"]))


class Holder:
    def __init__(self):
        self.text = ""

    def add(self, piece):
        self.text += piece


holder = Holder()
for letter in letters:
    holder.add(letter)
print(holder.text)
text = "s"
alias = text
text += "t"
text += "u"
copy = text
text += "v"
print(text, alias, copy)
try:
    text += 5
except TypeError as error:
    print(error, text)
print([len({hash("x" * n + "y" * m) for n in range(9)}) for m in range(9)])
