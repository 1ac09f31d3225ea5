import sys
print()
print("a", "b", 1, None, [2])
print("a", "b", sep="")
print("a", "b", sep="-", end="|\n")
print("a", "b", sep=None, end=None)
print(*[], sep="x")
print("x", end="")
print("y", end="\n\n")
print("flushed", flush=True)
print("to stdout", file=sys.stdout)
print("to stderr", file=sys.stderr)
print("none file", file=None)
class W:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
    def flush(self): self.parts.append("<flush>")
w = W()
print("a", 1, sep="-", file=w)
print(file=w, flush=True)
print(w.parts)
print("é日🎉", "\t|", "multi\nline")
print(1.0, 2+3j, b"x", {"k": (1,)}, {1}, frozenset(), range(2), True, ...)
class S:
    def __str__(self): return "S!"
print(S(), [S.__name__], str(S()))
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: print("x", file=5))
attempt(lambda: print("x", sep=1))
attempt(lambda: print("x", end=b""))
attempt(lambda: print("x", bad=1))
sys.stdout.write("written\n")
print(sys.stdout.write("abc\n"))
sys.stdout.writelines(["l1\n", "l2\n"])
sys.stdout.flush()
print(print("ret") is None)
