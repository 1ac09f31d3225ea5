import sys
with open("log.txt", "w") as f:
    for i in range(5): print(f"line {i}", "x" * i, file=f)
with open("log.txt", "a") as f: f.write("last")
with open("log.txt") as f: lines = f.readlines()
print(lines, len(lines))
with open("log.txt") as f:
    print(next(f), f.readline(), f.read(4), sep="|")
    print([l.strip() for l in f])
with open("log.txt") as src, open("copy.txt", "w") as dst:
    for n, l in enumerate(src, 1): dst.write(f"{n}: {l}")
print(open("copy.txt").read())
with open("empty.txt", "w"): pass
print(repr(open("empty.txt").read()), open("empty.txt").readlines(), list(open("empty.txt")))
