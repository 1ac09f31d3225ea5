"""Changing the case of ASCII texts, against the same with a character that is not ASCII behind."""
texts = ["", "a", "Z", "5", "hello world", "HELLO", "they're bill's friends", "x1y2 3abc", "a-b_c.d", "\x00\x7f @[`{", "  two  spaces ",
         "MiXeD cAsE wOrDs " * 9, "".join(map(chr, range(128)))]
for text in texts:
    for name in ("lower", "upper", "title", "capitalize", "swapcase", "casefold"):
        short = getattr(str, name)(text)
        wide = getattr(str, name)(text + " \u65e5")
        if text or name != "capitalize":
            assert wide == short + " \u65e5", (name, text, short, wide)
        print(name, repr(short) if len(short) < 40 else hash(short))


class Text(str):
    pass


for name in ("lower", "upper", "title", "capitalize", "swapcase"):
    made = getattr(Text("aB c"), name)()
    print(name, made, type(made).__name__)
