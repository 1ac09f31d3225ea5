words = ["", "hello", "HELLO", "Hello World", "hELLO wORLD", "they're bill's", "ß", "ǅ", "ﬁne", "İstanbul", "ΑΣ", "ὈΔΥΣΣΕΎΣ", "éÉ", "123abc", "straße", "ŉ", "ΐ", "x-y_z", "\u01c6"]
for w in words:
    print(repr(w), repr(w.lower()), repr(w.upper()), repr(w.title()), repr(w.capitalize()), repr(w.swapcase()), repr(w.casefold()))
    print(w.islower(), w.isupper(), w.istitle())
print("ΑΣ Σ ΑΣΑ".lower(), "ΌΣΟΣ".lower())
print("Straße".casefold() == "STRASSE".casefold(), "ı".upper(), "ſ".upper(), "ſ".casefold())
print([c for c in "aA1 éÉß" if c.isupper()], [c for c in "aA1 éÉß" if c.islower()])
