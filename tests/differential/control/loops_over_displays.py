# A loop over a tuple or list display: its items live until it ends, whichever way it is left.
class Loud:
    def __init__(self, name): self.name = name
    def __del__(self): print("end of", self.name)
    def __repr__(self): return f"<{self.name}>"

def plain(a, b):
    for t in (a - b, a + b):
        if t > 3:
            return t
    return None
print(plain(1, 2), plain(5, 4), plain(10, 1), plain(1.5, 2.5), plain(2**70, 1))

def order():
    for x in (Loud("one"), Loud("two"), Loud("three")):
        print("round", x)
    else:
        print("else", x)
    print("after", x)
order()

def breaks(n):
    for x in [Loud("one"), Loud("two"), Loud("three")]:
        n -= 1
        if n == 0:
            break
        if n == 1:
            continue
        print("round", x)
    else:
        print("else")
    print("after", x, n)
for n in range(5): breaks(n)

def returns():
    for x in (Loud("one"), Loud("two")):
        x = None
        return "result"
print(returns())

def raises():
    try:
        for x in (Loud("one"), Loud("two")):
            del x
            print("in")
            1 / 0
    except ZeroDivisionError as e:
        print(e, "caught")
        try: x
        except UnboundLocalError as e: print(e)
raises()

def nested():
    out = []
    for i in (1, 2):
        for j in ("a", "b"):
            if i == 2 and j == "a": continue
            out.append((i, j))
    for (i, j), k in (((1, 2), 3), ((4, 5), 6)):
        out.append(i + j + k)
    return out
print(nested())

def rebinding(a, b):
    for x in (a, b):
        a, b = b, Loud("new")
        print(x, a)
a, b = Loud("A"), Loud("B")
rebinding(a, b)
del a, b

def unreached():
    for x in (1, 2):
        return x
def always_breaks():
    for x in (1, 2):
        break
    return x
print(unreached(), always_breaks())

def generator():
    for x in (1, 2):
        yield x
    for x in (3, 4): print("x", x)
print(list(generator()))
def inner():
    for f in (len, max):
        def g(): return f
        yield g
print([g() for g in inner()])
def fails():
    for x in (1, undefined, 2):
        print(x)
try: fails()
except NameError as e: print(e)
def unpack_error():
    for a, b in ((1, 2), (3, 4, 5)):
        print(a, b)
try: unpack_error()
except ValueError as e: print(e)
def attributes(o):
    for o.x in (1, 2): pass
    return o.x
print(attributes(Loud("attr")))
def many():
    total = 0
    for v in (1, 2.5, True, 2**60, 3):
        total += v
    return total
print(many())
def star(a):
    for x in (*a, 1): print(x)
star([5])
def single():
    for x in ("only",): return x
print(single())
def empty():
    for x in (): print(x)
    else: print("none")
empty()
def in_finally():
    try:
        for x in (1, 2): 
            if x == 2: raise KeyError(x)
    finally:
        for y in (x, 7): print("fin", y)
try: in_finally()
except KeyError as e: print(repr(e))
