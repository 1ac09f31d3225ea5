"""A tokenizer, a recursive-descent parser and an evaluator for arithmetic with variables and functions."""
import math

OPERATORS = {
    "+": (1, "left", lambda a, b: a + b),
    "-": (1, "left", lambda a, b: a - b),
    "*": (2, "left", lambda a, b: a * b),
    "/": (2, "left", lambda a, b: a / b),
    "//": (2, "left", lambda a, b: a // b),
    "%": (2, "left", lambda a, b: a % b),
    "^": (4, "right", lambda a, b: a ** b),
}
FUNCTIONS = {"sqrt": math.sqrt, "abs": abs, "min": min, "max": max, "floor": math.floor, "gcd": math.gcd}


class CalcError(Exception):
    def __init__(self, message, position):
        super().__init__(message)
        self.position = position


class Token:
    __slots__ = ("kind", "text", "position")

    def __init__(self, kind, text, position):
        self.kind, self.text, self.position = kind, text, position

    def __repr__(self):
        return f"{self.kind}:{self.text}"


def tokenize(source):
    i = 0
    while i < len(source):
        ch = source[i]
        start = i
        if ch.isspace():
            i += 1
            continue
        if ch.isdigit() or ch == ".":
            while i < len(source) and (source[i].isdigit() or source[i] == "."):
                i += 1
            yield Token("number", source[start:i], start)
        elif ch.isalpha() or ch == "_":
            while i < len(source) and (source[i].isalnum() or source[i] == "_"):
                i += 1
            yield Token("name", source[start:i], start)
        elif source[i:i + 2] == "//":
            i += 2
            yield Token("op", "//", start)
        elif ch in "+-*/%^(),=":
            i += 1
            yield Token("op", ch, start)
        else:
            raise CalcError(f"unexpected character {ch!r}", i)
    yield Token("end", "", len(source))


class Number:
    def __init__(self, value):
        self.value = value

    def evaluate(self, env):
        return self.value

    def __str__(self):
        return str(self.value)


class Name:
    def __init__(self, token):
        self.token = token

    def evaluate(self, env):
        try:
            return env[self.token.text]
        except KeyError:
            raise CalcError(f"unknown name {self.token.text!r}", self.token.position) from None

    def __str__(self):
        return self.token.text


class Negate:
    def __init__(self, operand):
        self.operand = operand

    def evaluate(self, env):
        return -self.operand.evaluate(env)

    def __str__(self):
        return f"(-{self.operand})"


class Binary:
    def __init__(self, token, left, right):
        self.token, self.left, self.right = token, left, right

    def evaluate(self, env):
        a, b = self.left.evaluate(env), self.right.evaluate(env)
        try:
            return OPERATORS[self.token.text][2](a, b)
        except ZeroDivisionError:
            raise CalcError("division by zero", self.token.position) from None

    def __str__(self):
        return f"({self.left} {self.token.text} {self.right})"


class Call:
    def __init__(self, token, arguments):
        self.token, self.arguments = token, arguments

    def evaluate(self, env):
        function = FUNCTIONS.get(self.token.text)
        if function is None:
            raise CalcError(f"unknown function {self.token.text!r}", self.token.position)
        try:
            return function(*[a.evaluate(env) for a in self.arguments])
        except (TypeError, ValueError) as e:
            raise CalcError(f"{self.token.text} refuses its arguments", self.token.position) from e

    def __str__(self):
        return f"{self.token.text}({', '.join(map(str, self.arguments))})"


class Assign:
    def __init__(self, name, value):
        self.name, self.value = name, value

    def evaluate(self, env):
        env[self.name] = result = self.value.evaluate(env)
        return result

    def __str__(self):
        return f"{self.name} = {self.value}"


class Parser:
    """Precedence climbing: each operator has a strength and a side."""

    def __init__(self, source):
        self.tokens = list(tokenize(source))
        self.index = 0

    @property
    def current(self):
        return self.tokens[self.index]

    def advance(self):
        token = self.current
        self.index += 1
        return token

    def accept(self, text):
        if self.current.kind == "op" and self.current.text == text:
            return self.advance()
        return None

    def expect(self, text):
        token = self.accept(text)
        if token is None:
            found = self.current.text or "the end"
            raise CalcError(f"expected {text!r}, found {found!r}", self.current.position)
        return token

    def parse(self):
        if self.current.kind == "name" and self.tokens[self.index + 1].text == "=":
            name = self.advance().text
            self.advance()
            tree = Assign(name, self.expression())
        else:
            tree = self.expression()
        if self.current.kind != "end":
            raise CalcError(f"unexpected {self.current.text!r}", self.current.position)
        return tree

    def expression(self, weakest=1):
        left = self.unary()
        while (token := self.current).kind == "op" and token.text in OPERATORS:
            strength, side, _ = OPERATORS[token.text]
            if strength < weakest:
                break
            self.advance()
            left = Binary(token, left, self.expression(strength + (side == "left")))
        return left

    def unary(self):
        if self.accept("-"):
            return Negate(self.expression(3))
        return self.primary()

    def primary(self):
        token = self.advance()
        if token.kind == "number":
            try:
                return Number(float(token.text) if "." in token.text else int(token.text))
            except ValueError:
                raise CalcError(f"bad number {token.text!r}", token.position)
        if token.kind == "name":
            if not self.accept("("):
                return Name(token)
            arguments = []
            if not self.accept(")"):
                arguments.append(self.expression())
                while self.accept(","):
                    arguments.append(self.expression())
                self.expect(")")
            return Call(token, arguments)
        if token.text == "(":
            inner = self.expression()
            self.expect(")")
            return inner
        raise CalcError(f"unexpected {token.text or 'end'!r}", token.position)


LINES = """1 + 2 * 3
(1 + 2) * 3
-2 ^ 2
2 ^ 3 ^ 2
10 - 4 - 3
x = 7
y = x * (x - 1) / 2
x ^ 2 + y % 5 - 17 // 3
max(x, y, 3) + min(1, 2)
sqrt(x * x + 24 ^ 2)
gcd(12, 18) * floor(2.9)
2 ^ 100
1 / (x - 7)
3 + * 4
foo + 1
bar(2)
(1 + 2
1.2.3
sqrt(0 - 1)
2 $ 3
4 4
min()"""


def main():
    env = {"pi": 3.14159, "zero": 0}
    for line in LINES.splitlines():
        try:
            tree = Parser(line).parse()
            print(f"{str(tree):40} = {tree.evaluate(env)}")
        except CalcError as e:
            print(line)
            print(" " * e.position + "^ " + str(e))
    print({k: env[k] for k in sorted(env)})


if __name__ == "__main__":
    main()
