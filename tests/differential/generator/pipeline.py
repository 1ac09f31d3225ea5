def read(lines):
    for l in lines: yield l.strip()
def drop_comments(lines): return (l for l in lines if l and not l.startswith("#"))
def parse(lines):
    for n, l in enumerate(lines, 1):
        k, sep, v = l.partition("=")
        if not sep: raise ValueError(f"line {n}: {l!r}")
        yield k.strip(), v.strip()
src = ["# conf", "a = 1", "", " b=2 ", "c = x = y"]
print(dict(parse(drop_comments(read(src)))))
try:
    print(list(parse(drop_comments(read(src + ["bad"])))))
except ValueError as e:
    print(e)
def log(it, name):
    for x in it:
        print(name, x, end="; ")
        yield x
print(sum(log((x * 2 for x in log(range(3), "in")), "out")))
