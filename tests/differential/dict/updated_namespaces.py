"""Namespaces that take many names at once: what was found in them before, or was not, is looked for anew."""


class Thing:
    def __getattr__(self, name):
        return "absent"


class Plain:
    pass


def read(thing):
    return thing.x


def has(thing):
    return hasattr(thing, "y")


def join(namespace, items):
    namespace |= items


ways = [lambda namespace: namespace.update({"x": 5, "y": 6}), lambda namespace: namespace.update(x=5, y=6),
        lambda namespace: namespace.update([("x", 5), ("y", 6)]), lambda namespace: join(namespace, {"x": 5, "y": 6})]
for way in ways:
    thing, plain = Thing(), Plain()
    before = [(read(thing), has(plain)) for i in range(50)][-1]
    way(thing.__dict__)
    way(plain.__dict__)
    print(before, read(thing), has(plain))
    plain.__dict__.clear()
    print(has(plain), end=" ")
    way(plain.__dict__)
    print(has(plain), plain.x)


class Loud:
    def __del__(self):
        print("ends", counter, look())


def look():
    return counter


def measure(text):
    return len(text)


counter = 1
thing = Loud()
print([(look(), measure("abc")) for i in range(50)][-1])
many = {"thing": None, "counter": 2}
many.update(("g%d" % i, i) for i in range(300))
globals().update(many)
print(look(), measure("abc"), g299)


def replace(names):
    kept = dict(names)
    kept["counter"], kept["len"] = 3, lambda text: "a module's len"
    names.clear()
    names.update(kept)


replace(globals())
print(look(), measure("abc"))
