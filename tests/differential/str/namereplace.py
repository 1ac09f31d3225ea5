# str.encode(..., "namereplace"): the names of characters.
samples = [
    "é€–“quotes”", "ß ﬁ ŉ", "\u0085\u00ad", "漢字 㐀", "한글 각 힣", "\U0001f600\U0001f1e6", "\ue000\u0378",
    "\u0897\ua7cb", "\U00017000\U00018800\U00018b00", "\U0001b170\uf900", "\U000e0100", "\U00013460\U0002ebf0",
    "\U0010ffff\ud800", "\u1e9e\u0130\u2126",
]
for text in samples:
    print(text.encode("ascii", "namereplace"))
print("naïve".encode("latin-1", "namereplace"), "naïve €".encode("latin-1", "namereplace"))
total = longest = named = 0
for start in list(range(0x80, 0x3000, 7)) + list(range(0x1F000, 0x1FB00, 3)) + list(range(0x10000, 0x14000, 11)):
    encoded = chr(start).encode("ascii", "namereplace")
    total += sum(encoded)
    longest = max(longest, len(encoded))
    named += encoded.startswith(b"\\N")
print(total, longest, named)
print("\N{GRINNING FACE}".encode("ascii", "namereplace").decode("ascii"))
