# __annotate__ came with 3.14: before that it is an attribute like any other.
class Plain:
    x: int = 1


def function(a: int) -> str:
    return ""


print(hasattr(Plain, "__annotate__"), hasattr(function, "__annotate__"), hasattr(type, "__annotate__"))
print("__annotate__" in dir(type), "__annotate__" in dir(function))
print(Plain.__annotations__, function.__annotations__)
try:
    print(callable(Plain.__annotate__))
except AttributeError as error:
    print(error)
try:
    print(function.__annotate__ is None)
except AttributeError as error:
    print(error)


class Own:
    __annotate__ = 5


print(Own.__dict__["__annotate__"])
