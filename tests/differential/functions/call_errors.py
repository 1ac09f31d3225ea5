def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def opt(a, b=1): pass
def kw(*, k): pass
def kw2(*, k, l): pass
def kw3(*, k, l, m): pass
def po(a, b, /): pass
def pok(a, /, b): pass
def va(a, *args): pass
def vk(a, **kw): pass
def mix(a, b=2, *, k, l=3): pass
attempt(lambda: none(1))
attempt(lambda: none(1, 2))
attempt(lambda: none(x=1))
attempt(lambda: one())
attempt(lambda: one(1, 2))
attempt(lambda: one(1, 2, 3))
attempt(lambda: one(b=1))
attempt(lambda: one(1, a=1))
attempt(lambda: one(1, b=1))
attempt(lambda: two())
attempt(lambda: two(1))
attempt(lambda: two(b=1))
attempt(lambda: two(1, 2, 3))
attempt(lambda: three())
attempt(lambda: three(1))
attempt(lambda: three(c=1))
attempt(lambda: opt())
attempt(lambda: opt(1, 2, 3))
attempt(lambda: opt(1, 2, c=3))
attempt(lambda: opt(1, 2, b=3))
attempt(lambda: kw())
attempt(lambda: kw(1))
attempt(lambda: kw(1, k=2))
attempt(lambda: kw(j=2))
attempt(lambda: kw(k=1, j=2))
attempt(lambda: kw2())
attempt(lambda: kw3())
attempt(lambda: kw3(l=1))
attempt(lambda: po())
attempt(lambda: po(1))
attempt(lambda: po(1, b=2))
attempt(lambda: po(a=1, b=2))
attempt(lambda: pok(a=1, b=2))
attempt(lambda: pok(1))
attempt(lambda: va())
attempt(lambda: va(b=1))
attempt(lambda: vk(1, 2))
attempt(lambda: vk(b=2))
attempt(lambda: mix(1, 2, 3))
attempt(lambda: mix(1, 2, 3, k=1))
attempt(lambda: mix(1, 2, 3, 4, k=1, l=2))
attempt(lambda: mix())
attempt(lambda: mix(1))
attempt(lambda: one(*[1, 2]))
attempt(lambda: one(**{"a": 1, "b": 2}))
attempt(lambda: one(1, **{"a": 1}))
attempt(lambda: two(a=1, **{"a": 1}))
attempt(lambda: one(*5))
attempt(lambda: one(**5))
attempt(lambda: one(**{1: 2}))
attempt(lambda: one(*None))
attempt(lambda: one(**[("a", 1)]))
attempt(lambda: (lambda: 0)(1))
attempt(lambda: (lambda x: 0)())
for value in (5, None, "a", [1], (), {}, 1.5, True, ...):
    attempt(lambda: value())
