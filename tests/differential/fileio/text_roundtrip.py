with open("out.txt", "w") as f:
    n = f.write("first line\n")
    f.write("second é日🎉\n")
    f.writelines(["third\n", "fourth"])
    print(n, f.name, f.mode, f.closed)
print(f.closed)
with open("out.txt", encoding="utf-8") as f:
    print(repr(f.read()), repr(f.read()))
with open("out.txt") as f:
    print(repr(f.readline()), repr(f.readline()), f.readlines(), repr(f.readline()))
with open("out.txt") as f:
    for i, line in enumerate(f):
        print(i, line.rstrip())
with open("out.txt", "a") as f:
    f.write("\nappended")
print(open("out.txt").read().splitlines())
with open("out.txt") as f:
    print(repr(f.read(5)), repr(f.read(3)))
try:
    f.read()
except ValueError as e:
    print(e)
try:
    f.write("x")
except ValueError as e:
    print(e)
try:
    open("missing.txt")
except FileNotFoundError as e:
    print(type(e).__name__, e.strerror, e.filename)
try:
    open("out.txt", "q")
except ValueError as e:
    print(e)
try:
    open("out.txt", "x")
except FileExistsError as e:
    print(type(e).__name__, e.strerror, e.filename)
with open("out.txt") as f:
    try:
        f.write("no")
    except Exception as e:
        print(type(e).__name__, e)
with open("out.txt", "w") as f:
    try:
        f.write(b"bytes")
    except TypeError as e:
        print(e)
    print("printed", 1, file=f)
print(open("out.txt").read())
