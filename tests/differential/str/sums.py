"""Sums of strs that the compiler knows, and of what only looks like one."""


def join(words):
    out = []
    for word in words:
        mark = word + "!"
        out.append(mark + word)
        both = mark
        both += word + mark
        out.append(both)
    return out


print(join(["a", "", "é", "long enough for the heap " * 3]))


class Loud(str):
    def __add__(self, other):
        return "loud " + str(self) + other

    def __radd__(self, other):
        return other + "daol"


def attempt(one, other):
    try:
        return one + other
    except TypeError as error:
        return "TypeError: %s" % error


for one in ["s", Loud("l"), 1, None]:
    for other in ["t", Loud("m"), 2]:
        print(repr(attempt(one, other)))
empty = ""
text = "text"
print((empty + text) is text, (text + empty) is text, "  x".strip(" x") == "", "xxaxx".strip("x"), "éaé".strip("é"))
print("abc".endswith("c"), "abc".startswith("b"), "".endswith("c"), "é".endswith("é"), "a\u0303".endswith("\u0303"))
