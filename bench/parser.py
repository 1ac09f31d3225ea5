# args: 20
# count: 1200
"""Characters and recursion: a tokenizer and a parser for a JSON-like text. usage: parser.py [N]"""
import sys


def make_text(n):
    parts = []
    for i in range(n):
        parts.append('{"id": %d, "name": "item %d \\"q\\"", "tags": ["a%d", "b", null, true, false],'
                     ' "pos": {"x": %d.5, "y": -%d}}' % (i, i, i % 7, i % 100, i))
    return "[" + ",\n ".join(parts) + "]"


class Tokenizer:
    def __init__(self, text):
        self.text = text
        self.pos = 0
        self.kind = ""
        self.value = None

    def next(self):
        text, pos = self.text, self.pos
        while pos < len(text) and text[pos] in " \n\t":
            pos += 1
        if pos == len(text):
            self.kind, self.pos = "end", pos
            return
        ch = text[pos]
        if ch in "{}[]:,":
            self.kind, self.pos = ch, pos + 1
        elif ch == '"':
            self.string(pos + 1)
        elif ch.isdigit() or ch == "-":
            start = pos
            pos += 1
            while pos < len(text) and (text[pos].isdigit() or text[pos] == "."):
                pos += 1
            digits = text[start:pos]
            self.kind, self.pos = "value", pos
            self.value = float(digits) if "." in digits else int(digits)
        else:
            start = pos
            while pos < len(text) and text[pos].isalpha():
                pos += 1
            word = text[start:pos]
            self.kind, self.pos = "value", pos
            self.value = {"null": None, "true": True, "false": False}[word]

    def string(self, pos):
        text = self.text
        parts = []
        while True:
            ch = text[pos]
            if ch == '"':
                break
            if ch == "\\":
                pos += 1
                ch = text[pos]
            parts.append(ch)
            pos += 1
        self.kind, self.value, self.pos = "string", "".join(parts), pos + 1


def parse(tokens):
    kind = tokens.kind
    if kind == "value" or kind == "string":
        value = tokens.value
        tokens.next()
        return value
    if kind == "[":
        tokens.next()
        items = []
        while tokens.kind != "]":
            items.append(parse(tokens))
            if tokens.kind == ",":
                tokens.next()
        tokens.next()
        return items
    if kind == "{":
        tokens.next()
        result = {}
        while tokens.kind != "}":
            name = tokens.value
            tokens.next()
            if tokens.kind != ":":
                raise ValueError(f"expected ':' at {tokens.pos}")
            tokens.next()
            result[name] = parse(tokens)
            if tokens.kind == ",":
                tokens.next()
        tokens.next()
        return result
    raise ValueError(f"unexpected {kind} at {tokens.pos}")


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 75000
    text = make_text(n)
    tokens = Tokenizer(text)
    tokens.next()
    data = parse(tokens)
    print(len(text), len(data), data[-1], sum(len(item["name"]) for item in data),
          sum(item["pos"]["x"] for item in data))


if __name__ == "__main__":
    main()
