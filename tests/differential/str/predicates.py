samples = ["", "a", "abc", "ABC", "abc1", "123", "12.3", " ", "\t\n", "a b", "_x", "9a", "é", "日本", "٣", "½", "²", "Ⅷ", "一", "\u200b", "\x00", "\x7f", "\u2028", "a\u0301", "🎉", "class", "\ud800", "\xa0", "\xad"]
for s in samples:
    print(ascii(s), s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum(), s.isspace(), s.isidentifier(), s.isprintable(), s.isascii(), s.islower(), s.isupper(), s.istitle())
