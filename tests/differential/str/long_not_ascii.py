"""Long texts that are not ASCII: places in them before and after they grow, in subclasses and in constants."""


class Text(str):
    def __init__(self, _value=""):
        self.note = "n"


def grown(pieces):
    text = ""
    seen = []
    for i, piece in enumerate(pieces):
        text += piece
        if i % 37 == 0 and text:
            seen.append((len(text), text[len(text) // 2], text[-1], text.find("ü")))
    return text, seen


constant = "aé日🎉" * 100
print(len(constant), constant[399], constant[200:204], constant.index("🎉", 390), hash(constant) == hash("aé日🎉" * 100))
for pieces in (["ab"] * 200 + ["é"] + ["c"] * 300, ["ü"] * 500, ["x" * 130, "é", "y"] * 90, ["日本"] * 70 + ["z" * 9] * 70):
    text, seen = grown(pieces)
    print(len(text), seen)
    print(text[130:140], text[::97], text.rfind(text[-1]), text.count("é"))

text = "é" * 200
other = text
print(text[150])
text += "ASCII" * 10
print(text[150], text[210], len(text), len(other), other[199])
text += text
print(len(text), text[449], text[250])
text = "ASCII" * 60
text += "é"
print(text[299], text[300], len(text))

note = Text("日本語" * 80)
print(note[200], note.note, len(note), note[100:103])
note.more = 5
print(note.more, note[239], Text("abc").note, Text("").note, type(note + "é"), (note + "é")[240])
for size in range(1, 20):
    piece = "a" * size + "é"
    print(size, len(piece), piece[-1], (piece * 30)[29 * len(piece)], (piece + "b")[size], end="; ")
print()
print(sorted({"é" * n for n in range(1, 12)})[3], "é" * 130 in {"é" * 130: 1}, repr(("é" * 130)[128:]))
