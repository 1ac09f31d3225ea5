"""Programs of any length, written by rules, to measure the compiler with.

They look like what people write: classes with a few attributes and methods, subclasses, functions over lists, dicts and
strings, errors that are raised and caught. Each piece differs from the others in names, constants and shape, so that
nothing can be merged, and each is called once and adds to a checksum, which CPython must print too. The same seed gives
the same program.
"""
import random

COMPARISONS = ("<", ">", "<=", ">=", "==", "!=")
NAMES = "count total price weight level score width height depth speed age rank share limit offset".split()


class Source:
    """Lines, and how deep they are indented."""

    def __init__(self, seed):
        self.lines = []
        self.random = random.Random(seed)
        self.depth_ = 0

    def add(self, text=""):
        self.lines.append("    " * self.depth_ + text if text else "")

    def block(self, head):
        self.add(head)
        return self

    def __enter__(self):
        self.depth_ += 1

    def __exit__(self, *_):
        self.depth_ -= 1

    def number(self, low=2, high=97):
        return self.random.randint(low, high)

    def pick(self, items):
        return self.random.choice(items)

    def text(self):
        return "\n".join(self.lines) + "\n"


# --- Pieces: each writes definitions and returns an expression that uses them ---------------------

def numeric_function(out, k):
    with out.block(f"def work_{k}(n, start={out.number()}):"):
        out.add(f'"""Step {k} of the calculation."""')
        out.add("total = start")
        with out.block("for i in range(n):"):
            with out.block(f"if i % {out.number(2, 9)} {out.pick(COMPARISONS)} {out.number(0, 4)}:"):
                out.add(f"total += i * {out.number()}")
            with out.block(f"elif total > {out.number(1000, 9000)}:"):
                out.add(f"total -= {out.number(100, 900)}")
            with out.block("else:"):
                out.add(f"total = total * {out.number(2, 5)} + i")
            for _ in range(out.number(0, 3)):
                out.add(f"total ^= (total >> {out.number(1, 5)}) & {out.number(1, 255)}")
            out.add(f"total %= {out.number(10007, 99991)}")
        out.add("return total")
    return f"work_{k}({out.number(3, 20)})"


def float_function(out, k):
    with out.block(f"def smooth_{k}(values, factor=0.{out.number(10, 90)}):"):
        out.add("result = []")
        out.add(f"last = {out.number()}.5")
        with out.block("for value in values:"):
            out.add("last = last * factor + value * (1.0 - factor)")
            with out.block(f"if last > {out.number(50, 900)}.0:"):
                out.add(f"last /= {out.number(2, 9)}.0")
            out.add("result.append(last)")
        out.add(f"scale = sum(result) / (len(result) or 1) + {out.number()}.25")
        out.add("return [round(x / scale, 6) for x in result]")
    return f"int(sum(smooth_{k}([{', '.join(str(out.number()) for _ in range(5))}])) * 1000)"


def text_function(out, k):
    words = [out.pick(NAMES) for _ in range(6)]
    with out.block(f"def describe_{k}(text):"):
        out.add("counts = {}")
        with out.block("for word in text.split():"):
            out.add(f'word = word.strip("{out.pick(".,;:!")}").lower()')
            short, often = out.number(2, 5), out.number(5, 50)
            with out.block(f"if len(word) < {short} or word in counts and counts[word] > {often}:"):
                out.add("continue")
            out.add("counts[word] = counts.get(word, 0) + 1")
        out.add("parts = []")
        with out.block("for word, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):"):
            out.add(f'parts.append(f"{{word}}={{count * {out.number()}:03d}}")')
        out.add(f'return "{out.pick(" /|-")}".join(parts)')
    return f'len(describe_{k}("{" ".join(words)}"))'


def class_with_methods(out, k):
    fields = out.random.sample(NAMES, out.number(2, 4))
    with out.block(f"class Item{k}:"):
        with out.block(f"def __init__(self, {', '.join(fields)}):"):
            for field in fields:
                out.add(f"self.{field} = {field}")
            out.add("self.history = []")
        out.add()
        with out.block("def value(self):"):
            out.add("return " + " + ".join(f"self.{f} * {out.number()}" for f in fields))
        out.add()
        for number in range(out.number(1, 3)):
            field = out.pick(fields)
            with out.block(f"def change_{number}(self, amount):"):
                with out.block("if amount < 0:"):
                    out.add(f'raise ValueError(f"{field} cannot shrink by {{-amount}}")')
                out.add(f"self.{field} += amount % {out.number()}")
                out.add(f"self.history.append((amount, self.{field}))")
                out.add("return self")
            out.add()
        with out.block("def __repr__(self):"):
            out.add(f'return f"Item{k}({", ".join("{self." + f + "!r}" for f in fields)})"')
    out.add()
    out.add()
    with out.block(f"def try_item_{k}():"):
        out.add(f"item = Item{k}({', '.join(str(out.number()) for _ in fields)})")
        with out.block("for amount in (3, 14, -1, 5):"):
            with out.block("try:"):
                out.add("item.change_0(amount)")
            with out.block("except ValueError as error:"):
                out.add("item.history.append((len(str(error)), 0))")
        out.add("return item.value() + len(repr(item)) + len(item.history)")
    return f"try_item_{k}()"


def class_family(out, k):
    with out.block(f"class Shape{k}:"):
        with out.block("def __init__(self, size):"):
            out.add("self.size = size")
        out.add()
        with out.block("def area(self):"):
            out.add("return self.size * self.size")
        out.add()
        with out.block("def score(self):"):
            out.add(f"return self.area() + {out.number()}")
    for number in range(out.number(1, 2)):
        out.add()
        out.add()
        with out.block(f"class Shape{k}_{number}(Shape{k}):"):
            with out.block("def __init__(self, size, extra):"):
                out.add("super().__init__(size)")
                out.add("self.extra = extra")
            out.add()
            with out.block("def area(self):"):
                out.add(f"return super().area() * {out.number(2, 9)} - self.extra")
    return f"sum(s.score() for s in (Shape{k}({out.number()}), Shape{k}_0({out.number()}, {out.number()})))"


def table_function(out, k):
    keys = out.random.sample(NAMES, 5)
    out.add(f"TABLE_{k} = {{")
    for key in keys:
        out.add(f'    "{key}": ({out.number()}, "{out.pick(NAMES)}", [{out.number()}, {out.number()}]),')
    out.add("}")
    out.add()
    out.add()
    with out.block(f"def look_up_{k}(names):"):
        out.add("found = missing = 0")
        with out.block("for name in names:"):
            with out.block("try:"):
                out.add(f"number, label, pair = TABLE_{k}[name]")
            with out.block("except KeyError:"):
                out.add("missing += 1")
                out.add("continue")
            out.add(f"found += number * pair[{out.number(0, 1)}] + len(label)")
        out.add(f"return found * {out.number()} + missing")
    return f'look_up_{k}(["{keys[0]}", "{keys[3]}", "nothing"])'


PIECES = (numeric_function, float_function, text_function, class_with_methods, class_family, table_function)


def application(lines, seed=1):
    """A program of about that many lines: pieces, and a main that calls each through one function of twenty calls."""
    out, calls, groups = Source(seed), [], 0
    out.add('"""Generated to measure the compiler."""')
    k = 0
    while len(out.lines) < lines - lines // 200 - 12:
        out.add()
        out.add()
        calls.append(PIECES[k % len(PIECES)](out, k))
        k += 1
        if len(calls) == 20:
            write_group(out, groups, calls)
            calls, groups = [], groups + 1
    write_group(out, groups, calls)
    with out.block("def main():"):
        out.add("total = 0")
        for group in range(groups + 1):
            out.add(f"total = (total * 31 + group_{group}()) % 1000000007")
        out.add("print(total)")
    out.add()
    out.add()
    out.add("main()")
    return out.text()


def write_group(out, number, calls):
    out.add()
    out.add()
    with out.block(f"def group_{number}():"):
        out.add("total = 0")
        for call in calls:
            out.add(f"total = (total * 7 + {call}) % 1000003")
        out.add("return total")
    out.add()
    out.add()


# --- One long run of statements -------------------------------------------------------------------

def statements(out, lines):
    """Statements over a dozen variables, some of them ints, some floats, a list, a dict and a string."""
    for name, value in zip("a b c d".split(), (1, 2, 3, 4)):
        out.add(f"{name} = {value}")
    out.add("x, y = 0.5, 1.5")
    out.add("items, table, text = [1, 2, 3], {}, ''")
    end = len(out.lines) + lines - 6
    while len(out.lines) < end:
        one, two = out.random.sample("abcd", 2)
        kind = out.number(0, 9)
        if kind < 3:
            out.add(f"{one} = ({one} * {out.number()} + {two}) % {out.number(1009, 9973)}")
        elif kind == 3:
            with out.block(f"if {one} {out.pick(COMPARISONS)} {two}:"):
                out.add(f"{two} += {out.number()}")
            with out.block("else:"):
                out.add(f"{one} -= {out.number()}")
        elif kind == 4:
            out.add(f"x = x * 0.{out.number(10, 90)} + {one} / {out.number()}.0")
        elif kind == 5:
            with out.block(f"for i in range({one} % {out.number(2, 6)}):"):
                out.add(f"items[i % 3] += {two} + i")
        elif kind == 6:
            out.add(f'table["{out.pick(NAMES)}"] = {one} + len(items)')
        elif kind == 7:
            out.add(f'text = text[-{out.number(3, 20)}:] + f"{{{one}:x}},{{y:.1f}}"')
        elif kind == 8:
            out.add(f"items.append({one} ^ {two})")
        else:
            out.add(f"y = min(y + {out.number()}.5, float({two} + {out.number()}))")
    out.add("print(a, b, c, d, round(x, 6), y, len(items), sum(items), len(table), text)")


def one_function(lines, seed=2):
    out = Source(seed)
    with out.block("def main():"):
        statements(out, lines - 4)
    out.add()
    out.add()
    out.add("main()")
    return out.text()


def one_module_body(lines, seed=3):
    out = Source(seed)
    statements(out, lines)
    return out.text()
