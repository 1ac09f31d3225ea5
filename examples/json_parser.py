"""A parser and a printer for JSON, with errors that say where they are."""


class JsonError(ValueError):
    def __init__(self, message, text, position):
        self.line = text.count("\n", 0, position) + 1
        self.column = position - text.rfind("\n", 0, position)
        super().__init__(f"{message}: line {self.line} column {self.column} (char {position})")


ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
WORDS = {"true": True, "false": False, "null": None}


class Parser:
    def __init__(self, text):
        self.text = text
        self.position = 0

    def fail(self, message, position=None):
        return JsonError(message, self.text, self.position if position is None else position)

    def peek(self):
        while self.position < len(self.text) and self.text[self.position] in " \t\r\n":
            self.position += 1
        return self.text[self.position:self.position + 1]

    def parse(self):
        value = self.value()
        if self.peek():
            raise self.fail("extra data")
        return value

    def value(self):
        ch = self.peek()
        if ch == "{":
            return self.object()
        if ch == "[":
            return self.array()
        if ch == '"':
            return self.string()
        if ch == "-" or ch.isdigit():
            return self.number()
        for word, value in WORDS.items():
            if self.text.startswith(word, self.position):
                self.position += len(word)
                return value
        raise self.fail("expecting value")

    def object(self):
        result = {}
        self.position += 1
        if self.peek() == "}":
            self.position += 1
            return result
        while True:
            if self.peek() != '"':
                raise self.fail("expecting a name in double quotes")
            name = self.string()
            if self.peek() != ":":
                raise self.fail("expecting ':'")
            self.position += 1
            result[name] = self.value()
            ch = self.peek()
            self.position += 1
            if ch == "}":
                return result
            if ch != ",":
                raise self.fail("expecting ',' or '}'", self.position - 1)

    def array(self):
        result = []
        self.position += 1
        if self.peek() == "]":
            self.position += 1
            return result
        while True:
            result.append(self.value())
            ch = self.peek()
            self.position += 1
            if ch == "]":
                return result
            if ch != ",":
                raise self.fail("expecting ',' or ']'", self.position - 1)

    def string(self):
        start = self.position
        self.position += 1
        parts = []
        while True:
            if self.position >= len(self.text):
                raise self.fail("unterminated string", start)
            ch = self.text[self.position]
            self.position += 1
            if ch == '"':
                return "".join(parts)
            if ch == "\\":
                parts.append(self.escape())
            elif ch < " ":
                raise self.fail("invalid control character", self.position - 1)
            else:
                parts.append(ch)

    def escape(self):
        ch = self.text[self.position:self.position + 1]
        self.position += 1
        if ch != "u":
            try:
                return ESCAPES[ch]
            except KeyError:
                raise self.fail(f"invalid escape {ch!r}", self.position - 2) from None
        code = self.hex4()
        if 0xD800 <= code < 0xDC00 and self.text[self.position:self.position + 2] == "\\u":
            self.position += 2
            code = 0x10000 + ((code - 0xD800) << 10) + (self.hex4() - 0xDC00)
        return chr(code)

    def hex4(self):
        digits = self.text[self.position:self.position + 4]
        try:
            code = int(digits, 16) if len(digits) == 4 else int("")
        except ValueError:
            raise self.fail("invalid \\u escape") from None
        self.position += 4
        return code

    def number(self):
        start = self.position
        while self.position < len(self.text) and self.text[self.position] in "+-.0123456789eE":
            self.position += 1
        text = self.text[start:self.position]
        try:
            return int(text) if text.lstrip("-").isdigit() else float(text)
        except ValueError:
            raise self.fail(f"bad number {text!r}", start) from None


def dump(value, indent=None, level=0):
    if value is None:
        return "null"
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, str):
        return quote(value)
    newline, gap, end = ("", "", "") if indent is None else (
        "\n", " " * indent * (level + 1), "\n" + " " * indent * level)
    comma = "," + (newline + gap if newline else " ")
    if isinstance(value, dict):
        if not value:
            return "{}"
        items = (f"{quote(k)}: {dump(v, indent, level + 1)}" for k, v in value.items())
        return "{" + newline + gap + comma.join(items) + end + "}"
    if isinstance(value, (list, tuple)):
        if not value:
            return "[]"
        return "[" + newline + gap + comma.join(dump(v, indent, level + 1) for v in value) + end + "]"
    raise TypeError(f"{type(value).__name__} is not JSON")


def quote(text):
    names = {v: k for k, v in ESCAPES.items() if k != "/"}
    out = []
    for ch in text:
        if ch in names:
            out.append("\\" + names[ch])
        elif ch < " " or ch > "~":
            code = ord(ch)
            if code >= 0x10000:
                code -= 0x10000
                out.append(f"\\u{0xd800 + (code >> 10):04x}\\u{0xdc00 + (code & 0x3ff):04x}")
            else:
                out.append(f"\\u{code:04x}")
        else:
            out.append(ch)
    return '"' + "".join(out) + '"'


def find(value, path):
    """find(data, "a.b.0") walks into objects and arrays."""
    for step in path.split("."):
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


SAMPLE = r"""
{
  "name": "Molt \u00e9\u65e5 \ud83c\udf89 \"quoted\"\n",
  "versions": [1, -2, 3.5, 1e3, -0.25E-2, 12345678901234567890],
  "nested": {"empty": {}, "list": [], "deep": [[[{"x": [null, true, false]}]]]},
  "path\\with/slash": "tab\there"
}
"""
BAD = ['', '{', '[1,]', '{"a" 1}', '{"a": 1,}', '[1 2]', '"abc', '"a\\qb"', '"\\u12g4"', '01x', '1.2.3', 'nul',
       '[1]]', "{'a': 1}", '"line\nbreak"', '{"a":\n  [1,\n   oops]}', "-"]


def main():
    data = Parser(SAMPLE).parse()
    print(data)
    text = dump(data)
    print(text)
    print(dump(data, indent=2))
    print("same again:", Parser(text).parse() == data == Parser(dump(data, 4)).parse())
    print(find(data, "nested.deep.0.0.0.x.1"), find(data, "versions.5") + 1)
    for bad in BAD:
        try:
            print(repr(Parser(bad).parse()))
        except JsonError as e:
            print(f"{bad!r:26} {e}")
    for what in ({1, 2}, {"a": object}, {5: 1}):
        try:
            print(dump(what))
        except TypeError as e:
            print("TypeError:", e)
    big = [{"id": i, "tags": [f"t{j}" for j in range(i % 4)], "half": i / 2} for i in range(300)]
    print(len(dump(big)), Parser(dump(big, 1)).parse() == big)


if __name__ == "__main__":
    main()
