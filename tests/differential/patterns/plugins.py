class Registry(dict):
    def register(self, name=None, **meta):
        def deco(obj):
            self[name or obj.__name__.lower()] = (obj, meta)
            return obj
        return deco(name) if callable(name) and (obj := name) and not (name := None) else deco
commands = Registry()
@commands.register("greet", help="says hello")
def hello(who="world"): return f"hello {who}"
@commands.register(help="adds")
def Add(*n): return sum(map(int, n))
@commands.register("boom")
def fail(): raise RuntimeError("it broke")
@commands.register("cls")
class Tool:
    def __init__(self, *a): self.a = a
    def __repr__(self): return f"Tool{self.a}"
def execute(line):
    name, *args = line.split()
    try:
        f, meta = commands[name]
    except KeyError as e:
        return f"unknown {e}"
    try:
        return f(*args)
    except TypeError as e:
        return f"usage error: {e}"
    except Exception as e:
        return f"{type(e).__name__}: {e}"
for line in ("greet", "greet ann", "add 1 2 3", "boom", "nope", "greet a b c", "cls x", "add x"):
    print(line, "->", execute(line))
print(sorted((k, v[1]) for k, v in commands.items()), hello("direct"), Tool())
class Base:
    kinds = {}
    def __init_subclass__(cls, kind=None, **k):
        super().__init_subclass__(**k)
        if kind: Base.kinds[kind] = cls
    @classmethod
    def make(cls, kind, *a): return cls.kinds[kind](*a)
class Circle(Base, kind="circle"):
    def __init__(self, r): self.r = r
class Ring(Circle, kind="ring"): pass
class Abstract(Base): pass
print(sorted(Base.kinds), Base.make("ring", 3).r, type(Base.make("circle", 1)).__name__)
