def area(shape, *dims):
    table = {"circle": lambda r: 3 * r * r, "rect": lambda w, h: w * h, "square": lambda s: table["rect"](s, s)}
    try:
        return table[shape](*dims)
    except KeyError:
        return f"no {shape}"
    except TypeError as e:
        return f"bad: {e}"
print(area("circle", 2), area("rect", 2, 3), area("square", 4), area("hex"), area("rect", 1))
class Dispatcher:
    def do_add(self, a, b): return a + b
    def do_neg(self, a): return -a
    def run(self, name, *args): return getattr(self, "do_" + name, lambda *a: f"unknown {name}{a}")(*args)
d = Dispatcher()
print(d.run("add", 1, 2), d.run("neg", 5), d.run("zip", 1, 2))
