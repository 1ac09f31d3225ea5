"""An inventory report: records from comma-separated lines, groups, totals and tables."""
import bisect

DATA = """\
sku,name,category,quantity,price,supplier
1001,Claw hammer,tools,25,12.99,Northwind
1002,"Screwdriver, flat",tools,110,4.5,Northwind
1003,Tape measure,tools,42,7.25,Acme
2001,Oak board,wood,300,3.2,Forest & Sons
2002,Pine board,wood,450,1.85,Forest & Sons
2003,"Plywood ""A"" grade",wood,80,15.75,Acme
3001,Wood screws,hardware,12000,0.03,Acme
3002,Nails,hardware,25000,0.01,Northwind
3003,Hinge,hardware,640,1.1,Acme
4001,Varnish,paint,18,21.4,Colours Ltd
4002,White paint,paint,0,17.95,Colours Ltd
4003,Brush,paint,75,3.6,Colours Ltd
9999,Broken row,paint
5001,Bad number,paint,many,1,Nobody
"""


class BadRow(ValueError):
    pass


def split_line(line):
    """The fields of a line; a field in double quotes may hold commas and doubled quotes."""
    fields, field, quoted = [], "", False
    i = 0
    while i < len(line):
        ch = line[i]
        if quoted and ch == '"' and line[i + 1:i + 2] == '"':
            field += '"'
            i += 1
        elif ch == '"':
            quoted = not quoted
        elif ch == "," and not quoted:
            fields.append(field)
            field = ""
        else:
            field += ch
        i += 1
    return fields + [field]


class Item:
    columns = ("sku", "name", "category", "quantity", "price", "supplier")
    kinds = (int, str, str, int, float, str)

    def __init__(self, fields):
        if len(fields) != len(self.columns):
            raise BadRow(f"{len(fields)} fields, expected {len(self.columns)}")
        for column, kind, field in zip(self.columns, self.kinds, fields):
            try:
                setattr(self, column, kind(field))
            except ValueError:
                raise BadRow(f"{column} is {field!r}") from None

    @property
    def value(self):
        return self.quantity * self.price

    def __repr__(self):
        return f"Item({self.sku}, {self.name!r})"


def read(text):
    header, *lines = text.splitlines()
    assert tuple(split_line(header)) == Item.columns
    items, problems = [], []
    for number, line in enumerate(lines, 2):
        try:
            items.append(Item(split_line(line)))
        except BadRow as e:
            problems.append((number, str(e)))
    return items, problems


class Table:
    """Columns with a title, an alignment and a format; rows; lines between them."""

    def __init__(self, *columns):
        self.columns = [(title, *(spec.split("|") if "|" in spec else (spec, ""))) for title, spec in columns]
        self.rows = []

    def add(self, *values):
        self.rows.append([format(v, f) if v is not None else "" for v, (_, _, f) in zip(values, self.columns)])
        return self

    def rule(self):
        self.rows.append(None)
        return self

    def __str__(self):
        widths = [max([len(title)] + [len(row[i]) for row in self.rows if row])
                  for i, (title, _, _) in enumerate(self.columns)]
        edge = "+" + "+".join("-" * (w + 2) for w in widths) + "+"
        lines = [edge, self.line([c[0] for c in self.columns], widths, "^" * len(widths)), edge]
        for row in self.rows:
            lines.append(edge if row is None else self.line(row, widths, "".join(c[1] for c in self.columns)))
        return "\n".join(lines + [edge])

    @staticmethod
    def line(cells, widths, sides):
        return "|" + "|".join(f" {cell:{side}{width}} " for cell, side, width in zip(cells, sides, widths)) + "|"


def group(items, key):
    groups = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return dict(sorted(groups.items()))


def price_class(price, limits=(0.1, 2, 10), names=("trifle", "cheap", "fair", "dear")):
    return names[bisect.bisect(limits, price)]


def histogram(pairs, width=30):
    top = max(v for _, v in pairs)
    for name, value in pairs:
        bar = "█" * int(value / top * width) or "▏"
        yield f"{name:<14}{bar:<{width}} {value:>10,.2f}"


def main():
    items, problems = read(DATA)
    table = Table(("SKU", "<"), ("Name", "<"), ("Qty", ">|,"), ("Price", ">|.2f"), ("Value", ">|,.2f"), ("Class", "^"))
    for category, members in group(items, lambda i: i.category).items():
        for item in sorted(members, key=lambda i: -i.value):
            table.add(item.sku, item.name, item.quantity, item.price, item.value, price_class(item.price))
        table.rule()
        table.add("", category.upper(), sum(i.quantity for i in members), None, sum(i.value for i in members), "")
        table.rule()
    table.add("", "TOTAL", sum(i.quantity for i in items), None, sum(i.value for i in items), "")
    print(table)
    suppliers = [(s, sum(i.value for i in m)) for s, m in group(items, lambda i: i.supplier).items()]
    print("\n".join(histogram(sorted(suppliers, key=lambda p: -p[1]))))
    for number, problem in problems:
        print(f"line {number}: {problem}")
    low = [i for i in items if i.quantity < 30]
    print("order soon:", low)
    average = sum(i.price for i in items) / len(items)
    deviation = (sum((i.price - average) ** 2 for i in items) / len(items)) ** 0.5
    print(f"prices: average {average:.3f}, deviation {deviation:.3f}, "
          f"median {sorted(i.price for i in items)[len(items) // 2]:g}")
    widest = max(items, key=lambda i: len(i.name))
    print(f"{widest.name:_^30}|{widest.sku:#x}|{widest.price:>+10.1f}|{widest.quantity / 1000:8.2%}|{average:e}")


if __name__ == "__main__":
    main()
