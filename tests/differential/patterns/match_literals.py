# versions: 3.12 3.13 3.14
"""Literal, value, capture and wildcard patterns, alternatives and guards: what is compared, in what order, and what is bound."""


def kind(x):
    match x:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "few"
        case -1:
            return "minus one"
        case 1.5:
            return "float"
        case 2 + 3j:
            return "complex"
        case -2 - 1j:
            return "other complex"
        case "a" | "b":
            return "letter"
        case b"a":
            return "bytes"
        case True:
            return "true"
        case False:
            return "false"
        case None:
            return "none"
        case "one" "two":
            return "joined"
    return "nothing"


for value in (0, 1, 2, 3, 4, -1, 1.5, 2 + 3j, -2 - 1j, "a", "b", "c", b"a", True, False, None, 0.0, 1.0, "onetwo", [], 10**30):
    print(repr(value), kind(value))


class Loud:
    def __init__(self, name, answer):
        self.name, self.answer = name, answer

    def __eq__(self, other):
        print("eq", self.name, repr(other))
        return self.answer

    def __repr__(self):
        return f"Loud({self.name})"


class Names:
    one = 1
    loud = Loud("value", False)

    class inner:
        text = "deep"


def dotted(x):
    match x:
        case Names.one:
            return "one"
        case Names.inner.text:
            return "deep"
        case Names.loud:
            return "loud"
        case _:
            return "other"


print(dotted(1), dotted("deep"), dotted(2))
print(dotted(Loud("subject", False)))
print(dotted(Loud("subject", True)))

match Loud("s", 0):
    case 1 | 2:
        print("no")
    case None:
        print("no")
    case x if not x:
        print("never: it is true")
    case x:
        print("captured", x)
print(x)


class Odd:
    def __eq__(self, other):
        return Truth()


class Truth:
    def __bool__(self):
        raise ValueError("no truth")


try:
    match Odd():
        case 1:
            pass
except ValueError as e:
    print(repr(e))

try:
    match 1:
        case Names.missing:
            pass
except AttributeError as e:
    print(e)


def bound(subject):
    a = b = c = "unbound"
    match subject:
        case (a, 1):
            return "first", a, b, c
        case (b, c) if c == 2:
            return "second", a, b, c
        case (a, b, 3) | (b, 4, a):
            return "third", a, b, c
        case [a, *c]:
            return "fourth", a, b, c
    return "none", a, b, c


for s in ((5, 1), (5, 2), (5, 6, 3), (5, 4, 6), (5, 6), (), 7):
    print(bound(s))


def guards(x, log):
    match x:
        case n if log.append(("one", n)):
            return "one"
        case n if log.append(("two", n)) or n > 3:
            return "two"
        case _ if x == 1:
            return "three"
    return "none", n


for i in (1, 2, 4):
    log = []
    print(guards(i, log), log)


def as_pattern(x):
    match x:
        case (1 | 2) as small:
            return "small", small
        case (int() as a, (str() | None) as b) as whole:
            return a, b, whole
        case {"k": (list() | tuple()) as items} as d:
            return items, d
        case other:
            return "other", other


for v in (1, 2, 3, (1, "x"), (1, None), (1, 2), {"k": [1]}, {"k": (2,), "l": 0}, {"k": 1}):
    print(as_pattern(v))


def nested_scopes(x):
    match x:
        case [a, b]:
            def inner():
                return a + b
            return inner()
        case {"f": f}:
            return [f(i) for i in range(3)]
        case str(text):
            return (lambda: text * 2)()


print(nested_scopes([1, 2]), nested_scopes({"f": str}), nested_scopes("ab"))


def unbound(x):
    match x:
        case 1:
            y = 1
        case (y, 2):
            pass
    return y


print(unbound(1), unbound((7, 2)))
try:
    print(unbound((7, 3)))
except UnboundLocalError as e:
    print(e)


class Body:
    match 3:
        case 3 as attribute:
            other = attribute + 1


print(Body.attribute, Body.other)


def generator(x):
    match x:
        case [a, *rest] if (yield a):
            yield ("rest", rest)
        case [a, b]:
            match (yield b):
                case "stop":
                    return
                case got:
                    yield got


g = generator([1, 2])
print(next(g), g.send(False), g.send("sent"))
g = generator([1, 2, 3])
print(next(g), g.send(True))

match 1, 2, 3:
    case 1, *more:
        print(more)
match [1, 2]:
    case a, b:
        print(a, b)
match *[1], 2:
    case (p, q):
        print(p, q)
match (yes := 5):
    case 5:
        print("yes", yes)


def loops():
    out = []
    for x in [1, "skip", 2, "stop", 3]:
        match x:
            case "skip":
                continue
            case "stop":
                break
            case int():
                out.append(x)
    else:
        out.append("else")
    return out


print(loops())


def with_try(x):
    try:
        match x:
            case [1, y]:
                return y
            case [z]:
                raise KeyError(z)
            case _:
                pass
    except KeyError as e:
        return "caught", e.args
    finally:
        print("finally")
    return "end"


print(with_try([1, 2]), with_try([5]), with_try(0))
