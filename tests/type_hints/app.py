half = 0.5


class Body:
    mass: float

    def __init__(self, x: float, name: str | None = None):
        self.x: float = x
        self.mass = globals()["half"]
        self.name = name

    def energy(self) -> float:
        return self.mass * self.x


class Heavy(Body):
    pass


def scale(body: Body, factor: float) -> float:
    return body.energy() * factor


def total(items: list[int], start: int | None = None) -> int:
    result: int = start or 0
    for item in items:
        result += item
    return result


def first(items: list[int]) -> int:
    for item in items:
        return item


def label(x: int) -> "str":
    try:
        return x
    except TypeError as error:
        return "wrong: " + str(error)


def later(value: "Heavy", *rest: int, flag: bool = False, **names: int) -> Body | None:
    return value if flag else None


def counted(limit: int):
    number = 0
    while number < limit:
        yield number
        number += 1


def unchecked(value: "list[Unknown]", other: Unknown, third: "no type at all" = 1) -> Unknown:
    return value


def attempt(text, function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
        print(text, type(result).__name__ if isinstance(result, Body) else result)
    except (TypeError, AttributeError) as error:
        print(text, f"{type(error).__name__}: {error}")


attempt("body", Body, 1.5)
attempt("body of str", Body, "x")
attempt("body named 5", Body, 1.5, 5)
attempt("scale", scale, Body(1.5), 2.0)
attempt("scale by int", scale, Body(1.5), 2)
attempt("scale by bool", scale, Heavy(1.5), True)
attempt("scale a number", scale, 5, 2.0)
attempt("total", total, [1, 2, 3])
attempt("total of a tuple", total, (1, 2, 3))
attempt("total from a text", total, [1], "x")
attempt("total of big ints", total, [1, 2, 10**30], 10**20)
attempt("first of none", first, [])
attempt("first", first, [7])
attempt("label", label, 1)
attempt("later", later, Heavy(1.0), 1, 2, flag=True, a="x")
attempt("later of a base", later, Body(1.0))
attempt("later with a text", later, Heavy(1.0), flag="x")
attempt("counted", lambda: list(counted(3)))
attempt("counted by a text", lambda: list(counted("x")))
attempt("unchecked", unchecked, 1, 2)
