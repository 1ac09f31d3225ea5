def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
class A:
    def __str__(self):
        return "A-str"
class B:
    def __repr__(self):
        return "B-repr"
class C:
    def __str__(self):
        return 5
class D:
    def __repr__(self):
        return None
class E:
    def __str__(self):
        raise RuntimeError("no str")
class S(str):
    def __str__(self):
        return "S:" + str.__str__(self)
attempt(lambda: str())
attempt(lambda: str(5))
attempt(lambda: str(None))
attempt(lambda: str(1.5))
attempt(lambda: str([1, "a"]))
attempt(lambda: str(A()))
attempt(lambda: str(B()))
attempt(lambda: repr(B()))
attempt(lambda: str(C()))
attempt(lambda: str(D()))
attempt(lambda: repr(D()))
attempt(lambda: str(E()))
attempt(lambda: [E()].__str__() if False else f"{A()} {B()} {[B()]}")
attempt(lambda: str(S("x")))
attempt(lambda: S("x") + "y")
attempt(lambda: f"{S('x')} {S('x')!r} {S('x'):>5}")
attempt(lambda: "%s %r" % (S("x"), S("x")))
attempt(lambda: str(object=7))
attempt(lambda: str(b"abc"))
attempt(lambda: str(bytearray(b"abc")))
attempt(lambda: str(int))
attempt(lambda: str(A))
attempt(lambda: str(...))
attempt(lambda: str(NotImplemented))
attempt(lambda: str(ValueError("x", 1)))
attempt(lambda: str(range(3)))
attempt(lambda: str({1: {2}}))
attempt(lambda: str(1, 2, 3, 4))
print(S("abc").upper(), type(S("abc").upper()).__name__, len(S("abc")), S("a") == "a", hash(S("a")) == hash("a"), {S("a"): 1}["a"], isinstance(S("a"), str))
s = S("attr")
s.extra = [1]
print(s.extra, s.__dict__)
