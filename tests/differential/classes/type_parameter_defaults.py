# versions: 3.13 3.14
"""Defaults of type parameters (PEP 696)."""


class Box[T = int, U = list[T]]:
    pass


print(Box.__type_params__, [t.__default__ for t in Box.__type_params__], [t.has_default() for t in Box.__type_params__])
print(Box[str], Box[str, bool], Box[()] if False else "")


def f[T, *Ts = *tuple[int, str], **P = [int, str]]():
    return T, Ts, P


T, Ts, P = f()
print(T.__default__, T.has_default(), P.__default__, P.has_default(), Ts.has_default(), Ts.__default__)
print(type(T.__default__).__name__)

type Alias[X = undefined] = list[X]
try:
    Alias.__type_params__[0].__default__
except NameError as e:
    print(e)


class Need[A, B = str]:
    pass


print(Need[int], Need[int, bytes])
for wrong in (lambda: Need[()], lambda: Need[int, str, str]):
    try:
        print(wrong())
    except TypeError as e:
        print(e)
