"""A spreadsheet: cells with numbers, texts and formulas that refer to other cells and ranges."""


class SheetError(Exception):
    """Shown in the cell, like #DIV/0!"""


class Cycle(SheetError):
    pass


def column_name(index):
    """0 is A, 25 is Z, 26 is AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def parse_reference(text):
    letters = text.rstrip("0123456789")
    digits = text[len(letters):]
    if not letters or not digits or not letters.isalpha():
        raise SheetError("#REF!")
    column = 0
    for ch in letters.upper():
        column = column * 26 + ord(ch) - 64
    return column - 1, int(digits) - 1


class Formula:
    """Evaluates as it parses: expression, term, factor."""

    def __init__(self, text, sheet):
        self.text = text
        self.sheet = sheet
        self.place = 0

    def peek(self):
        while self.place < len(self.text) and self.text[self.place] == " ":
            self.place += 1
        return self.text[self.place] if self.place < len(self.text) else ""

    def take(self, wanted=None):
        ch = self.peek()
        if wanted is not None and ch != wanted:
            raise SheetError("#SYNTAX!")
        self.place += 1
        return ch

    def word(self, test):
        start = self.place
        while self.place < len(self.text) and test(self.text[self.place]):
            self.place += 1
        return self.text[start:self.place]

    def value(self):
        result = self.comparison()
        if self.peek():
            raise SheetError("#SYNTAX!")
        return result

    def comparison(self):
        left = self.expression()
        if self.peek() in ("<", ">", "="):
            operator = self.take()
            right = self.expression()
            return {"<": left < right, ">": left > right, "=": left == right}[operator]
        return left

    def expression(self):
        result = self.term()
        while self.peek() in ("+", "-", "&"):
            operator = self.take()
            right = self.term()
            if operator == "&":
                result = show(result) + show(right)
            elif operator == "+":
                result = number(result) + number(right)
            else:
                result = number(result) - number(right)
        return result

    def term(self):
        result = self.factor()
        while self.peek() in ("*", "/"):
            if self.take() == "*":
                result = number(result) * number(self.factor())
            else:
                divisor = number(self.factor())
                if divisor == 0:
                    raise SheetError("#DIV/0!")
                result = number(result) / divisor
        return result

    def factor(self):
        ch = self.peek()
        if ch == "-":
            self.take()
            return -number(self.factor())
        if ch == "(":
            self.take()
            result = self.comparison()
            self.take(")")
            return result
        if ch == '"':
            self.take()
            text = self.word(lambda c: c != '"')
            self.take('"')
            return text
        if ch.isdigit() or ch == ".":
            text = self.word(lambda c: c.isdigit() or c == ".")
            return float(text) if "." in text else int(text)
        if ch.isalpha():
            name = self.word(str.isalnum).upper()
            if self.peek() == "(":
                return self.call(name)
            return self.sheet.get(*parse_reference(name))
        raise SheetError("#SYNTAX!")

    def argument(self):
        """One value, or all the values of a range."""
        self.peek()
        start = self.place
        name = self.word(str.isalnum)
        if name and self.peek() == ":":
            self.take()
            (x0, y0), (x1, y1) = parse_reference(name), parse_reference(self.word(str.isalnum))
            return [self.sheet.get(x, y) for y in range(y0, y1 + 1) for x in range(x0, x1 + 1)]
        self.place = start
        return [self.comparison()]

    def call(self, name):
        self.take("(")
        arguments = []
        while self.peek() != ")":
            arguments.append(self.argument())
            if self.peek() == ",":
                self.take()
        self.take(")")
        flat = [v for a in arguments for v in a]
        numbers = [v for v in flat if isinstance(v, (int, float)) and not isinstance(v, bool)]
        if name == "SUM":
            return sum(numbers)
        if name == "AVG":
            if not numbers:
                raise SheetError("#DIV/0!")
            return sum(numbers) / len(numbers)
        if name in ("MIN", "MAX"):
            return (min if name == "MIN" else max)(numbers, default=0)
        if name == "COUNT":
            return len(numbers)
        if name == "ROUND":
            return round(*flat)
        if name == "IF":
            return flat[1] if flat[0] else flat[2]
        if name == "UPPER":
            return show(flat[0]).upper()
        raise SheetError("#NAME?")


def number(value):
    if isinstance(value, bool) or isinstance(value, str):
        raise SheetError("#VALUE!")
    return 0 if value is None else value


def show(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return f"{value:.2f}"
    return str(value)


class Sheet:
    def __init__(self):
        self.cells = {}
        self.cache = {}
        self.busy = []

    def __setitem__(self, reference, content):
        self.cells[parse_reference(reference)] = content
        self.cache.clear()

    def __getitem__(self, reference):
        return self.get(*parse_reference(reference))

    def get(self, x, y):
        place = x, y
        if place in self.busy:
            raise Cycle("#CYCLE!")
        if place not in self.cache:
            content = self.cells.get(place)
            if isinstance(content, str) and content.startswith("="):
                self.busy.append(place)
                try:
                    content = Formula(content[1:], self).value()
                finally:
                    self.busy.pop()
            self.cache[place] = content
        return self.cache[place]

    def text(self, x, y):
        try:
            return show(self.get(x, y))
        except SheetError as e:
            return str(e)
        except (TypeError, IndexError):
            return "#VALUE!"

    def __str__(self):
        width = max(x for x, _ in self.cells) + 1
        height = max(y for _, y in self.cells) + 1
        table = [["", *map(column_name, range(width))]]
        table += [[str(y + 1), *(self.text(x, y) for x in range(width))] for y in range(height)]
        widths = [max(len(row[i]) for row in table) for i in range(width + 1)]
        lines = []
        for i, row in enumerate(table):
            lines.append(" | ".join(c.center(w) if i == 0 else c.rjust(w) if is_number(c) else c.ljust(w)
                                    for c, w in zip(row, widths)).rstrip())
            if i == 0:
                lines.append("-+-".join("-" * w for w in widths))
        return "\n".join(lines)


def is_number(text):
    try:
        float(text)
    except ValueError:
        return False
    return True


def main():
    sheet = Sheet()
    rows = [("item", "price", "count", "total"), ("apples", 0.5, 12, None), ("bread", 2.75, 2, None),
            ("cheese", 11.2, 1, None), ("juice", 1.99, 6, None)]
    for y, row in enumerate(rows, 1):
        for x, content in enumerate(row):
            sheet[f"{column_name(x)}{y}"] = content
    for y in range(2, 6):
        sheet[f"D{y}"] = f"=B{y} * C{y}"
    sheet["A6"] = "sum"
    sheet["D6"] = "=SUM(D2:D5)"
    sheet["A7"] = '=UPPER("tax ") & ROUND(D6 * 0.19, 2)'
    sheet["B7"] = "=IF(D6 > 30, D6 / 10, 0)"
    sheet["C7"] = "=AVG(C2:C5) + MAX(B2:C5, 3) - MIN(B2:B5) * COUNT(A1:D5)"
    print(sheet)
    sheet["C2"] = 120
    sheet["B4"] = "=B3 * -(2 - 6)"
    print(sheet)
    for reference, content in (("E1", "=1/(C4-1)"), ("E2", "=E3+1"), ("E3", "=E2*2"), ("E4", "=A2+1"),
                               ("E5", "=NOPE(1)"), ("E6", "=(1+"), ("E7", "=AVG(Z1:Z9)")):
        sheet[reference] = content
    print(sheet)
    print([column_name(i) for i in (0, 25, 26, 51, 52, 701, 702)], parse_reference("AA10"), sheet["D6"])


if __name__ == "__main__":
    main()
