class A: pass
class B(A): pass
class C: pass
print(isinstance(1, int), isinstance(True, int), isinstance(1, bool), isinstance(1.0, int), isinstance("a", (int, str)), isinstance(None, type(None)), isinstance([], list | dict), isinstance(1, int | None), isinstance(None, int | None), isinstance(B(), A), isinstance(A(), B), isinstance(A, type), isinstance(type, object), isinstance(5, (A, (B, (int,)))), isinstance(len, type(len)), isinstance(1, ()))
print(issubclass(bool, int), issubclass(B, A), issubclass(A, B), issubclass(B, (C, A)), issubclass(int, object), issubclass(type, object), issubclass(object, type), issubclass(KeyError, LookupError), issubclass(ValueError, (KeyError, Exception)), issubclass(int, int | str))
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: isinstance(1, "int"))
attempt(lambda: isinstance(1, [int]))
attempt(lambda: isinstance(1, (int, 5)))
attempt(lambda: isinstance("x", (int, 5)))
attempt(lambda: issubclass(1, int))
attempt(lambda: issubclass(int, 1))
attempt(lambda: isinstance())
print(type(1), type("a"), type(None), type([]), type(()), type({}), type(set()), type(1.5), type(1j), type(b""), type(bytearray()), type(range(1)), type(slice(1)), type(len), type(lambda: 0), type(type), type(object()), type(...), type(NotImplemented), type(A), type(A()), type(x for x in []), type(ValueError()), type(print), type([].append), type(str.join), type(A().__init__), type(iter([])), type(zip()), type({}.keys()), type(super(B, B())), type(property()), type(staticmethod(len)), type(frozenset()))
print(type(1) == int, type(True) is bool, A().__class__ is A, type(A).__name__, (5).__class__.__name__, type(B()).__mro__[1].__name__)
print(int, str, list, A, B, ValueError, type, object, [int, A], {str: 1})
