"""An interpreter for a small Scheme: define, lambda, let, if, cond, quote, set!, begin, and tail calls."""
import math


class LispError(Exception):
    pass


class Symbol(str):
    """A name in the source; interned so that `is` compares."""

    table = {}

    def __new__(cls, name):
        if name not in cls.table:
            cls.table[name] = super().__new__(cls, name)
        return cls.table[name]


QUOTE, IF, DEFINE, SET, LAMBDA, BEGIN, LET, COND, AND, OR, ELSE = map(
    Symbol, "quote if define set! lambda begin let cond and or else".split())


def tokenize(text):
    token = ""
    quoted = comment = False
    for ch in text:
        if comment:
            comment = ch != "\n"
        elif quoted:
            token += ch
            if ch == '"':
                yield token
                token, quoted = "", False
        elif ch in "()'" or ch.isspace() or ch == ";" or ch == '"':
            if token:
                yield token
            token = ""
            if ch in "()'":
                yield ch
            comment = ch == ";"
            if ch == '"':
                token, quoted = ch, True
        else:
            token += ch
    if quoted:
        raise LispError("a string never ends")
    if token:
        yield token


def parse_all(text):
    tokens = list(tokenize(text))
    forms = []
    while tokens:
        forms.append(parse(tokens))
    return forms


def parse(tokens):
    if not tokens:
        raise LispError("unexpected end")
    token = tokens.pop(0)
    if token == "(":
        items = []
        while tokens and tokens[0] != ")":
            items.append(parse(tokens))
        if not tokens:
            raise LispError("missing )")
        tokens.pop(0)
        return items
    if token == ")":
        raise LispError("unexpected )")
    if token == "'":
        return [QUOTE, parse(tokens)]
    return atom(token)


def atom(token):
    if token in ("#t", "#f"):
        return token == "#t"
    if token[0] == '"':
        return token[1:-1]
    for kind in (int, float):
        try:
            return kind(token)
        except ValueError:
            pass
    return Symbol(token)


class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name):
        env = self
        while env is not None:
            if name in env:
                return env
            env = env.outer
        raise LispError(f"undefined: {name}")


class Lambda:
    def __init__(self, names, body, env):
        self.names, self.body, self.env = names, body, env

    def bind(self, args):
        if len(args) != len(self.names):
            raise LispError(f"expected {len(self.names)} arguments, got {len(args)}")
        return Env(self.names, args, self.env)

    def __call__(self, *args):
        return evaluate(self.body, self.bind(args))


def evaluate(x, env):
    while True:
        if isinstance(x, Symbol):
            return env.find(x)[x]
        if not isinstance(x, list):
            return x
        if not x:
            return []
        head = x[0]
        if head is QUOTE:
            return x[1]
        elif head is IF:
            test = evaluate(x[1], env)
            x = x[2] if test is not False else (x[3] if len(x) > 3 else None)
        elif head is COND:
            for test, *body in x[1:]:
                if test is ELSE or evaluate(test, env) is not False:
                    x = [BEGIN, *body]
                    break
            else:
                return None
        elif head is DEFINE:
            if isinstance(x[1], list):
                (name, *names), body = x[1], [BEGIN, *x[2:]]
                env[name] = Lambda(names, body, env)
            else:
                env[x[1]] = evaluate(x[2], env)
            return None
        elif head is SET:
            env.find(x[1])[x[1]] = evaluate(x[2], env)
            return None
        elif head is LAMBDA:
            return Lambda(x[1], [BEGIN, *x[2:]], env)
        elif head is LET:
            names = [n for n, _ in x[1]]
            env = Env(names, [evaluate(v, env) for _, v in x[1]], env)
            x = [BEGIN, *x[2:]]
        elif head is BEGIN:
            for form in x[1:-1]:
                evaluate(form, env)
            x = x[-1]
        elif head is AND or head is OR:
            value = head is AND
            for form in x[1:]:
                value = evaluate(form, env)
                if (value is False) == (head is AND):
                    break
            return value
        else:
            function, *args = [evaluate(form, env) for form in x]
            if isinstance(function, Lambda):
                x, env = function.body, function.bind(args)
            elif callable(function):
                return function(*args)
            else:
                raise LispError(f"not a function: {show(function)}")


def show(x):
    if x is True or x is False:
        return "#t" if x else "#f"
    if isinstance(x, list):
        return "(" + " ".join(map(show, x)) + ")"
    if isinstance(x, Lambda):
        return f"<lambda of {len(x.names)}>"
    return str(x)


def chain(compare):
    return lambda *a: all(compare(x, y) for x, y in zip(a, a[1:]))


def standard():
    env = Env()
    env.update({Symbol(n): f for n, f in {
        "+": lambda *a: sum(a), "*": lambda *a: math.prod(a),
        "-": lambda a, *b: a - sum(b) if b else -a, "/": lambda a, b: a / b,
        "quotient": lambda a, b: a // b, "remainder": lambda a, b: a % b,
        "=": chain(lambda a, b: a == b), "<": chain(lambda a, b: a < b), ">": chain(lambda a, b: a > b),
        "<=": chain(lambda a, b: a <= b), ">=": chain(lambda a, b: a >= b),
        "cons": lambda a, b: [a, *b], "car": lambda a: a[0], "cdr": lambda a: a[1:],
        "list": lambda *a: list(a), "null?": lambda a: a == [], "length": len, "append": lambda *a: sum(a, []),
        "not": lambda a: a is False, "eq?": lambda a, b: a is b or a == b, "sqrt": math.sqrt,
        "map": lambda f, *ls: [f(*a) for a in zip(*ls)], "abs": abs, "max": max, "min": min,
        "apply": lambda f, a: f(*a), "display": lambda *a: print(*map(show, a)),
        "number?": lambda a: isinstance(a, (int, float)) and not isinstance(a, bool),
        "string-append": lambda *a: "".join(a),
    }.items()})
    return env


PROGRAM = """
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))
(fact 5) (fact 30)
(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))
(loop 20000 0)                       ; a tail call: no recursion in the host
(define (filter p l)
  (cond ((null? l) '()) ((p (car l)) (cons (car l) (filter p (cdr l)))) (else (filter p (cdr l)))))
(define (range a b) (if (>= a b) '() (cons a (range (+ a 1) b))))
(define (sort l)
  (if (null? l) '()
      (let ((p (car l)) (rest (cdr l)))
        (append (sort (filter (lambda (x) (< x p)) rest)) (list p)
                (sort (filter (lambda (x) (>= x p)) rest))))))
(sort '(3 1 4 1 5 9 2 6 5 3 5))
(define (prime? n) (and (> n 1) (null? (filter (lambda (d) (= 0 (remainder n d))) (range 2 n)))))
(filter prime? (range 0 40))
(define (make-counter) (let ((n 0)) (lambda () (set! n (+ n 1)) n)))
(define c (make-counter)) (c) (c) (c)
(define (compose f g) (lambda (x) (f (g x))))
((compose sqrt abs) -16)
(map (lambda (x y) (* x y)) '(1 2 3) '(10 20 30))
(let ((x 2) (y 3)) (display "x is" x "and y is" y) (+ x y))
(or #f (and 1 #f) "found") (and) (if #f 1) '(a (b . c) 1.5 "text")
(string-append "one " "two") (apply max '(3 9 2)) (quotient 17 5) fact
"""

BROKEN = ["(undefined-thing)", "((lambda (x) x))", "(1 2 3)", "(car '())", "(+ 1", ")", "(/ 1 0)", '"open']


def main():
    env = standard()
    for form in parse_all(PROGRAM):
        value = evaluate(form, env)
        if value is not None:
            print(show(form)[:48], "=>", show(value))
    for text in BROKEN:
        try:
            print(show(evaluate(parse_all(text)[0], env)))
        except (LispError, IndexError, ZeroDivisionError) as e:
            print(f"{text:22} {type(e).__name__}: {e}")


if __name__ == "__main__":
    main()
