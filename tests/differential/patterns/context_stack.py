class Indenter:
    def __init__(self): self.level, self.lines = 0, []
    def __enter__(self):
        self.level += 1
        return self
    def __exit__(self, *a):
        self.level -= 1
        return False
    def __call__(self, text): self.lines.append("  " * self.level + text)
w = Indenter()
w("start")
with w:
    w("one")
    with w as inner:
        inner("two")
        try:
            with w:
                w("three")
                raise ValueError("stop")
        except ValueError as e:
            w(f"caught {e}")
    w("back")
print("\n".join(w.lines), w.level)
class Stack:
    def __init__(self): self.closers = []
    def __enter__(self): return self
    def push(self, f, *a): self.closers.append((f, a))
    def enter(self, cm):
        v = cm.__enter__()
        self.closers.append((cm.__exit__, None))
        return v
    def __exit__(self, t, v, tb):
        suppressed = False
        while self.closers:
            f, a = self.closers.pop()
            if a is not None: f(*a)
            elif f(t, v, tb): t = v = tb = None; suppressed = True
        return suppressed
class Res:
    def __init__(self, n, swallow=False): self.n, self.swallow = n, swallow
    def __enter__(self): print("open", self.n); return self.n
    def __exit__(self, t, *a): print("close", self.n, t and t.__name__); return self.swallow
with Stack() as s:
    names = [s.enter(Res(i)) for i in "abc"]
    s.push(print, "callback", 1)
    print(names)
with Stack() as s:
    s.enter(Res("outer")); s.enter(Res("swallower", True)); s.enter(Res("inner"))
    raise KeyError("k")
print("survived")
class Patch:
    def __init__(self, obj, name, value): self.obj, self.name, self.value = obj, name, value
    def __enter__(self): self.old = getattr(self.obj, self.name); setattr(self.obj, self.name, self.value)
    def __exit__(self, *a): setattr(self.obj, self.name, self.old)
class Conf: debug = False
with Patch(Conf, "debug", True):
    print(Conf.debug)
    with Patch(Conf, "debug", "deep"): print(Conf.debug)
print(Conf.debug)
