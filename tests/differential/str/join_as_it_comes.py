"""join() of what an iterator gives: the items are looked at when all are there."""


class Text(str):
    def __del__(self):
        print("gone", str.__str__(self))


def noisy(items):
    for item in items:
        print("give", repr(item))
        yield item
    print("end")


def attempt(separator, iterable):
    try:
        print(repr(separator.join(iterable)))
    except Exception as error:
        print(type(error).__name__, error)


attempt(",", noisy([]))
attempt(",", noisy(["one"]))
attempt(",", noisy(["", ""]))
attempt("", noisy(["", ""]))
attempt("", noisy(["", "x", ""]))
attempt(",", noisy(["a", 1, "b", None]))  # the whole generator runs before the first item is refused
attempt(",", noisy([2]))
attempt("é", noisy(["a", "ü", "€", "😀", "z"]))
attempt(",", noisy(["a", Text("b"), "c"]))
attempt(",", noisy([Text("alone")]))
attempt(", ", map(str, range(12)))
attempt("-", filter(None, ["a", "", "b"]))
attempt("", (chr(97 + i % 26) for i in range(300)))
attempt("", reversed(["x", "y"]))
attempt(",", {"k": 1, "l": 2})
attempt(",", {"k": 1, "l": 2}.values())
attempt(",", iter(["p", b"q"]))


def breaks():
    yield "a"
    raise KeyError("in between")


attempt(",", breaks())

only = "".join(["on", "ly"])
print("-".join(x for x in [only]) is only)


class Counted:
    """Not the runtime's own: its length is asked for."""

    def __iter__(self):
        print("iter")
        return iter(["u", "v"])

    def __len__(self):
        return 2


attempt("+", Counted())
attempt("+", 5)

pieces = []


def grows():
    for i in range(5):
        pieces.append("|".join(pieces))
        yield str(len(pieces))


print(" ".join(grows()), pieces)
long = "x".join(str(i) for i in range(100000))
print(len(long), long[:20], long[-20:], len("é".join(str(i) for i in range(5000))))
