def collect(x, acc=[]):
    acc.append(x)
    return acc
print(collect(1), collect(2), collect(3, []), collect(4), collect.__defaults__)
def now(n=print("evaluated once")):
    return n
print(now(), now())
x = 5
def snap(a=x, *, b=x + 1):
    return a, b
x = 100
print(snap(), snap.__defaults__, snap.__kwdefaults__)
def order(a=print("a"), b=print("b"), *, c=print("c")):
    pass
fs = [lambda i=i: i * 10 for i in range(3)]
print([f() for f in fs], [f(9) for f in fs])
def f(a, b=None, c=()):
    if b is None:
        b = []
    b.append(a)
    return b, c
print(f(1), f(2), f(3, [0]), f(4, c=(1,)))
snap.__defaults__ = (7,)
print(snap())
def g(a, b=1, *c, d, e=2, **f): pass
print(g.__defaults__, g.__kwdefaults__, g.__name__, g.__qualname__, g.__module__, g.__doc__, g.__dict__, callable(g), type(g).__name__)
def doc(x: int, y: "str" = "a") -> bool:
    """The doc."""
    return True
print(doc.__doc__, doc.__defaults__, doc(1), doc("no check"))
doc.attr = [1]
doc.attr.append(2)
print(doc.attr, doc.__dict__, hasattr(doc, "zzz"))
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: doc.zzz)
attempt(lambda: doc + 1)
attempt(lambda: doc < doc)
attempt(lambda: len(doc))
attempt(lambda: doc[0])
print(doc == doc, doc != g, hash(doc) == hash(doc), {doc: 1}[doc], bool(doc))
