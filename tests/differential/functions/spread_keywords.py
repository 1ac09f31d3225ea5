"""f(**d): whose dict that is, and what is refused."""


def show(*args, **kwargs):
    return args, kwargs


def forward(*args, **kwargs):
    result = show(*args, **kwargs)
    kwargs["mine"] = True
    return result, kwargs


print(forward(), forward(1), forward(1, a=2), forward(*(1, 2), **{"b": 3}, c=4))
given = {"a": 1, "b": 2}
got = show(**given)[1]
got["c"] = 3
print(given, got, got is given)
for i in range(20):
    given["k%d" % i] = i
for i in range(0, 20, 3):
    del given["k%d" % i]
print(show(**given), show(0, **given, z=1), show(z=0, **given))
del given["a"]
print(list(show(**given)[1]), dict(**given) == given)


class Text(str):
    pass


class Mapping:
    def __init__(self, items):
        self.items = items

    def keys(self):
        print("keys")
        return list(self.items)

    def __getitem__(self, key):
        print("get", key)
        return self.items[key]


class Sub(dict):
    def keys(self):
        print("Sub.keys")
        return super().keys()


print(show(**{Text("t"): 1}, **{"u": 2}), show(**Mapping({"m": 1, "n": 2})), show(**Sub(s=1)))
for wrong in ({1: 2}, {"a": 1, 2: 3}, 5, [("a", 1)], None, Mapping({3: 4})):
    for call in (lambda: show(**wrong), lambda: show(first=0, **wrong), lambda: print(**wrong)):
        try:
            print(call())
        except TypeError as error:
            print(error)
for call in (lambda: show(**{"a": 1}, **{"a": 2}), lambda: show(a=1, **{"b": 2, "a": 2}), lambda: forward(**{"a": 1}, **Mapping({"a": 2})),
             lambda: show(**{"a": 1, "b": 2}, **{"c": 3, Text("b"): 2})):
    try:
        print(call())
    except TypeError as error:
        print(error)


def clear(source, **rest):
    source.clear()
    return rest


source = {"x": [1], "y": [2]}
print(clear(source, **source), source)


def pairs(a, b=10, *, c=20, **rest):
    return a, b, c, rest


many = {"n%02d" % i: i for i in range(30)}
print(pairs(1, **{"c": 3}), pairs(*[1], **{"b": 2, "d": 4}), len(pairs(0, **many)[3]), pairs(**many, a=1)[:3])
