# versions: 3.12 3.13 3.14
"""Mapping patterns: keys, rest, which types are mappings, and the calls that are made."""


def look(x):
    match x:
        case {"type": "circle", "r": r}:
            return "circle", r
        case {"type": "square", **rest}:
            return "square", rest
        case {"a": {"b": [c, *_]}}:
            return "deep", c
        case {1: a, 2.5: b, None: c, "t": d}:
            return a, b, c, d
        case {-1: m}:
            return "minus", m
        case {}:
            return "a mapping"
    return "none"


for value in ({"type": "circle", "r": 2}, {"type": "circle"}, {"type": "square", "x": 1, "y": 2}, {"a": {"b": [7, 8]}}, {"a": {"b": []}},
              {-1: "m"}, {}, [], None, 3, {"other": 1}):
    print(look(value))


class Keys:
    a, b, c = "k", "k", 1
    bad = []


def duplicate(x):
    match x:
        case {Keys.a: 1, Keys.b: y}:
            return y
        case _:
            return "no"


print(duplicate({}))
print(duplicate({"z": 1, "y": 2}))
for value in ({"k": 1, "l": 2}, {"l": 1, "m": 2}):
    try:
        print(duplicate(value))
    except ValueError as e:
        print(e)


def unhashable(x):
    match x:
        case {Keys.bad: y}:
            return y


try:
    unhashable({1: 2})
except TypeError as e:
    print(type(e))


class Missing(dict):
    def __missing__(self, key):
        print("missing", key)
        return "made"

    def get(self, key, default=None):
        print("get", key, type(default))
        return super().get(key, default)


print(look(Missing(type="circle")))
print(look(Missing(type="circle", r=5)))
print(look(Missing(type="square", z=0)))


class Fake(dict):
    def get(self, key, default=None):
        return "square" if key == "type" else default

    def __len__(self):
        return 5


try:
    print(look(Fake(other=1)))
except KeyError as e:
    print(repr(e))


class NoGet(dict):
    get = None


try:
    look(NoGet(type=1, r=2))
except TypeError as e:
    print(e)


class View:
    x, y = 1, 2


match vars(View):
    case {"x": 1, "y": y}:
        print("mappingproxy", y)


def rest_only(x):
    match x:
        case {**everything}:
            everything["added"] = True
            return everything


d = {"a": 1}
print(rest_only(d), d, rest_only([]))


def rest_order(x):
    match x:
        case {"b": b, "a": a, **others}:
            return a, b, others


print(rest_order({"z": 0, "a": 1, "y": 2, "b": 3, "x": 4}))


class Loud(str):
    def __hash__(self):
        print("hash", str(self))
        return hash(str(self))

    def __eq__(self, other):
        print("eq", str(self), str(other))
        return str(self) == str(other)


class L:
    key = Loud("a")


match {"a": 1, "b": 2}:
    case {L.key: v}:
        print(v)


def half(x):
    v = "unbound"
    match x:
        case {"a": v, "b": 2}:
            return "ab", v
        case {"a": 1, **v}:
            return "rest", v
    return "none", v


for value in ({"a": 1, "b": 2}, {"a": 1, "b": 3}, {"a": 2, "b": 3}):
    print(half(value))

events = [{"op": "push", "v": i} if i % 3 else {"op": "pop"} for i in range(300)]
stack = []
for event in events:
    match event:
        case {"op": "push", "v": int(v)}:
            stack.append(v)
        case {"op": "pop"} if stack:
            stack.pop()
        case {"op": "pop"}:
            pass
print(len(stack), sum(stack))
