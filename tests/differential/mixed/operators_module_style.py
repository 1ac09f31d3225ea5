ops = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b, "//": lambda a, b: a // b,
    "%": lambda a, b: a % b, "**": lambda a, b: a ** b, "<<": lambda a, b: a << b, ">>": lambda a, b: a >> b, "&": lambda a, b: a & b,
    "|": lambda a, b: a | b, "^": lambda a, b: a ^ b, "@": lambda a, b: a @ b, "<": lambda a, b: a < b, "==": lambda a, b: a == b, "in": lambda a, b: a in b, "is": lambda a, b: a is b,
}
values = [3, -2, 2.5, True, "ab", [1, 2], (1,), {1}, {"k": 1}, None, 1j, b"x"]
for name, f in ops.items():
    row = []
    for a in values:
        for b in values:
            try:
                r = f(a, b)
                if name == "is": r = "?" if a is not b else "same"
                row.append(repr(r) if len(repr(r)) < 30 else "long")
            except Exception as e:
                row.append({"TypeError": "T", "ZeroDivisionError": "Z", "ValueError": "V", "OverflowError": "O"}.get(type(e).__name__, type(e).__name__))
    print(name, " ".join(row))
for op in ("-", "+", "~", "not"):
    row = []
    for a in (3, -2, 2.5, 2**70, "ab", [1], None, 1j, {1}):
        try:
            row.append(repr(-a if op == "-" else +a if op == "+" else ~a if op == "~" else not a))
        except TypeError as e:
            row.append(str(e))
    print(op, row)
messages = set()
for name, f in ops.items():
    for a in values:
        for b in values:
            try:
                f(a, b)
            except Exception as e:
                messages.add(f"{type(e).__name__}: {e}")
for m in sorted(messages):
    print(m)
