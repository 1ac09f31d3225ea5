"""Annotations are guesses: whatever they say, the program does what it does without them."""


class Point:
    x: float
    y: float
    tag: str | None = None

    def __init__(self, x: float, y: float) -> None:
        self.x = x
        self.y = y

    def norm(self) -> float:
        return self.x * self.x + self.y * self.y


class Loud(Point):
    def norm(self) -> str:
        return "loud"


def dot(a: Point, b: Point) -> float:
    return a.x * b.x + a.y * b.y


def total(items: list[int], start: int | None = None) -> int:
    result: int = 0 if start is None else start
    for item in items:
        result += item
    return result


def pairs(table: dict[str, int], wanted: tuple[str, ...]) -> list[int]:
    return [table[name] for name in wanted if name in table]


def scaled(values: "list[float]", factor: float) -> "list[float]":
    return [value * factor for value in values]


def describe(value: int) -> str:
    if value:
        return f"{value + value}"
    return None


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


# The compiler does not see what comes out of here.
hidden = {name: value for name, value in globals().items()}


def call(name, *arguments):
    print(name, attempt(hidden[name], *arguments))


for arguments in [(1.5, 2.5), (1, 2), (10**20, 0.5), (True, False), ("a", "b"), (None, 1.0)]:
    point = attempt(hidden["Point"], *arguments)
    print(attempt(Point.norm, point), attempt(dot, point, point), point.tag)
print(attempt(Point.norm, Loud(1.0, 2.0)), Loud(1.0, 2.0).norm(), attempt(Point.norm, 5))

call("total", [1, 2, 3])
call("total", [1, 2, 3], 10**18)
call("total", (1, True, 2.5), 0.5)
call("total", ["a"], "b")
call("total", range(4))
call("total", [1, None])
call("total", 5)
call("pairs", {"a": 1, "b": "two"}, ("a", "b", "c"))
call("pairs", [5, 6], (0, 1, 5))
call("scaled", [1.0, 2, "x"], 2)
call("scaled", "abc", 2)
call("describe", 5)
call("describe", "ab")
call("describe", [])
call("describe", 2**62)


def shadowed(value: int) -> int:
    return value * 2


int_ = int
int = str
print(shadowed(4), shadowed("4"), attempt(hidden["describe"], 1.5))
int = int_


class Late:
    partner: "Later | None" = None

    def __init__(self, partner: "Later"):
        self.partner: Later = partner

    def name(self) -> str:
        return self.partner.title if self.partner else "alone"


class Later:
    title: str = "later"


print(Late(Later()).name(), Late(None).name(), attempt(Late.name, Late(7)))
Later.title = 9
print(Late(Later()).name())


def generator(limit: int):
    number: int = 0
    while number < limit:
        yield number
        number += 1


print(list(generator(3)), list(generator(2.5)), attempt(list, generator("x")))


def keyword(*, width: float, height: float = 2) -> float:
    return width * height


print(keyword(width=1.5), keyword(width=3, height=4), keyword(width="w"), keyword(height=[1], width=2))

lookup: dict[str, float] = {}
lookup["a"] = 1
lookup["b"] = "x"
lookup[3] = None
print([value * 2 if value else value for value in lookup.values()])

count: float = 3
count = "three"
print(count * 2)
