def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
print(",".join([]), ",".join(["a"]), ",".join(["a", "b", "c"]), "".join("xyz"), "-".join(("1", "2")), " ".join({"k": 1, "j": 2}), "é".join(["日", "本"]))
print(", ".join(str(i) for i in range(10)), "\n".join(["l1", "l2"]), "ab".join("123"))
attempt(lambda: ",".join([1, 2]))
attempt(lambda: ",".join(["a", 2]))
attempt(lambda: ",".join(["a", None, "b"]))
attempt(lambda: ",".join(5))
attempt(lambda: ",".join(None))
attempt(lambda: ",".join([b"a"]))
attempt(lambda: ",".join("a", "b"))
attempt(lambda: "".join([]))
attempt(lambda: "x" + 1)
attempt(lambda: 1 + "x")
attempt(lambda: "x" + b"x")
attempt(lambda: "x" + None)
attempt(lambda: "ab" * 3)
attempt(lambda: 3 * "ab")
attempt(lambda: "ab" * 0)
attempt(lambda: "ab" * -5)
attempt(lambda: "ab" * True)
attempt(lambda: "ab" * 1.5)
attempt(lambda: "ab" * "c")
attempt(lambda: "a" * 10**20)
parts = []
for i in range(1000):
    parts.append(str(i))
whole = "".join(parts)
print(len(whole), whole[:20], whole[-20:])
class S(str):
    pass
r = "".join([S("only")])
print(r, type(r).__name__, type(S("a") + S("b")).__name__)
