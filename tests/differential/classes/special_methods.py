class A:
    def __str__(self): return "str"
    def __repr__(self): return "repr"
    def __bool__(self): return False
    def __int__(self): return 7
    def __float__(self): return 2.5
    def __complex__(self): return 1 + 2j
    def __index__(self): return 3
    def __hash__(self): return 99
    def __len__(self): return 4
    def __call__(self, *a, **k): return ("called", a, k)
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __abs__(self): return "abs"
    def __bytes__(self): return b"bytes"
    def __format__(self, s): return f"format({s})"
    def __sizeof__(self): return 1
    def __reversed__(self): return "reversed"
    def __contains__(self, x): return x == "yes"
    def __enter__(self): return "entered"
    def __exit__(self, *a): print("exit", a)
    def __next__(self): return "next"
    def __iter__(self): return self
    def __divmod__(self, o): return "dm"
import math
a = A()
print(str(a), repr(a), bool(a), int(a), float(a), complex(a), [0, 1, 2, 3][a], hash(a), len(a), a(1, k=2), round(a), round(a, 2), math.trunc(a), math.floor(a), math.ceil(a), abs(a), bytes(a), f"{a:x}", f"{a}", reversed(a), "yes" in a, "no" in a, next(a), divmod(a, 1), hex(a), not a)
with a as x:
    print(x)
print("%s %r %d %.1f" % (a, a, a, a), [a], {a: a}, (a,), a.__str__(), A.__repr__(a), "a" if a else "b", [1, 2, 3, 4][:a], range(a), math.sqrt(a), "ab" * a, list(zip(a, range(2))))
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class Bad:
    def __str__(self): return 1
    def __repr__(self): return b"x"
    def __bool__(self): return "x"
    def __len__(self): return "x"
    def __hash__(self): return 1.5
    def __float__(self): return 1
    def __complex__(self): return 1
    def __index__(self): return "1"
    def __bytes__(self): return 1
    def __format__(self, s): return None
    def __iter__(self): return []
b = Bad()
for f in (str, repr, bool, len, hash, float, complex, hex, bytes, format, iter, list, ascii):
    attempt(lambda: f(b))
class Raises:
    def __repr__(self): raise ValueError("repr")
attempt(lambda: [Raises()].__repr__())
attempt(lambda: str(Raises()))
attempt(lambda: "%r" % Raises())
attempt(lambda: f"{Raises()}")
