def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
class P:
    def __init__(self):
        self.x = 3
        self.items = [10, 20, {"k": "v"}]
    def __format__(self, spec):
        return f"<P {spec!r}>"
    def __str__(self):
        return "str(P)"
    def __repr__(self):
        return "repr(P)"
p = P()
print("{} {}".format(1, 2), "{0} {1} {0}".format("a", "b"), "{x} {y}".format(x=1, y=2), "{{}} {{{}}}".format(5), "{0.x} {0.items[1]} {0.items[2][k]}".format(p), "{p}".format(p=p), "{p:abc} {p!s} {p!r} {p!a} {p!s:>10}".format(p=p))
print("{:5}|{:<5}|{:>5}|{:^5}|{:*^7}|{:05d}|{:+}|{:,}|{:x}|{:#b}|{:.2f}|{:%}".format(1, 2, 3, "a", "b", 42, 5, 1234567, 255, 5, 3.14159, 0.25))
print("{:{}}|{:{w}.{p}f}|{0:{1}}".format("a", 5, 3.14159, w=8, p=2) if False else "{:{}}|{:{w}.{p}f}".format("a", 5, 3.14159, w=8, p=2))
print("{0[0]} {0[1][1]} {d[key]} {d[0]}".format([1, [2, 3]], d={"key": "v", 0: "zero"}), "{0:{1}{2}}".format("x", ">", 4), "{!r:>6}".format("a"))
attempt(lambda: "{} {}".format(1))
attempt(lambda: "{1}".format(1))
attempt(lambda: "{x}".format())
attempt(lambda: "{".format())
attempt(lambda: "}".format())
attempt(lambda: "{} {0}".format(1))
attempt(lambda: "{0} {}".format(1))
attempt(lambda: "{0.y}".format(p))
attempt(lambda: "{0[k]}".format([1]))
attempt(lambda: "{0[9]}".format([1]))
attempt(lambda: "{0[]}".format([1]))
attempt(lambda: "{0.}".format(1))
attempt(lambda: "{!x}".format(1))
attempt(lambda: "{!}".format(1))
attempt(lambda: "{:d}".format("a"))
attempt(lambda: "{:s}".format(1))
attempt(lambda: "{:q}".format("a"))
attempt(lambda: "{:5}".format(None))
attempt(lambda: "{:5}".format([]))
attempt(lambda: "{:}".format([1]))
attempt(lambda: "{0".format(1))
attempt(lambda: "{:{}}".format(1))
attempt(lambda: "{a b}".format(**{"a b": 3}))
print("{a} {b[c]}".format_map({"a": 1, "b": {"c": 2}}))
class D(dict):
    def __missing__(self, key):
        return "?" + key
print("{known} {unknown}".format_map(D(known=1)))
attempt(lambda: "{a}".format_map({}))
