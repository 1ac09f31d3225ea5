"""str() and f-strings of ints, floats and strs whose kinds the compiler knows."""


def ints(numbers):
    for n in numbers:
        i = n + 1
        print(str(i), f"{i}", f"{i!s}", f"{i!r}", f"[{i:d}]", f"[{i:x}]", f"[{i:5}]", f"[{i:05d}]", f"[{i:012x}]", f"[{i:60}]")
        print(f"[{i:3.0f}]", f"[{i:>8}]", f"[{i:,}]", f"[{i:+}]", f"[{i:b}]")


def floats(numbers):
    for x in numbers:
        y = x * 1.0
        print(str(y), f"{y}", f"{y!r}", f"[{y:.2f}]", f"[{y:8.3f}]", f"[{y:010.1f}]", f"[{y:f}]", f"[{y:.0f}]", f"[{y:.6f}]")
        print(f"[{y:.7f}]", f"[{y:e}]", f"[{y:g}]", f"[{y:6}]")


def strs(texts):
    for t in texts:
        s = t + "!"
        print(str(s), f"{s}", f"{s!s}", f"{s!r}", f"[{s:6}]", str(s) is s, f"{s}" is s)


ints([0, 8, 9, 98, 99, -1, -2, -11, 254, 99999, 10**15, -(10**15), 2**48 - 2, 2**48 - 1, -(2**48) - 2, 2**62, 2**63 - 2])
ints([2**63 - 1, 2**63, -(2**63) - 1, 10**30])
floats([0.0, -0.0, 0.5, 1.5, 2.5, 0.125, -0.125, 1e-7, 123456.789, 1e16, 1e22, 1e300, 2.0**62, 2.0**63, 5e-324, 0.005, 1.005])
floats([float("inf"), -float("inf"), float("nan")])
strs(["", "a", "é", "text"])


def mixed(value):
    return str(value) + f"|{value}|{value:4}"


for value in [1, 2.5, "s", True, 2**70, None][:5]:
    print(mixed(value))


def refused(value, spec):
    try:
        if spec == "d":
            return f"{value:d}"
        if spec == ".2f":
            return f"{value:.2f}"
        return f"{value:.3d}"
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(refused(1, "d"), refused(1.5, "d"), refused("x", "d"), refused(2, ".2f"), refused("x", ".2f"), refused(3, "bad"))


class Number(int):
    def __str__(self):
        return "mine"

    def __format__(self, spec):
        return "<" + spec + ">"


print(mixed(Number(3)), str(Number(4)), f"{Number(5)}", f"{Number(5):05d}")


def shadowed(count):
    out = []
    for i in range(count):
        out.append(str(i))
    return out


print(shadowed(3))
kept = str
str = lambda value: "shadow %d" % value
print(shadowed(3))
str = kept
print(shadowed(3))
