from abc import ABC, ABCMeta, abstractmethod, get_cache_token, update_abstractmethods
import abc


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...

    def describe(self):
        return f"{self.name} {self.area()}"


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2

    name = "square"


class Half(Shape):
    def area(self):
        return 0


def attempt(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


for cls in (Shape, Square, Half, ABC):
    attempt(lambda: cls.__name__ and sorted(cls.__abstractmethods__))
attempt(Shape)
attempt(Half)
print(Square(3).describe(), isinstance(Square(1), Shape), issubclass(Half, Shape), issubclass(int, Shape), isinstance(5, Shape))
before = get_cache_token()
print(Shape.register(int) is int, get_cache_token() - before, isinstance(5, Shape), isinstance(True, Shape), issubclass(bool, Shape), isinstance("", Shape), int in Shape.__mro__)
print(Shape.register(Square) is Square, get_cache_token() - before)


class Sized(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Sized:
            return any("__len__" in base.__dict__ for base in other.__mro__) or NotImplemented
        return NotImplemented


class Wrong(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        return 5


class Has:
    def __len__(self):
        return 1


print(issubclass(Has, Sized), isinstance(Has(), Sized), isinstance([], Sized), isinstance(5, Sized), issubclass(list, Sized))
attempt(lambda: issubclass(int, Wrong))
attempt(lambda: isinstance(1, Wrong))
attempt(lambda: Shape.register(5))
attempt(lambda: issubclass(5, Shape))


class Child(Sized):
    pass


attempt(lambda: Child.register(Sized))
attempt(lambda: Child.register(ABC) and issubclass(ABC, Sized))


@Sized.register
class Registered:
    pass


class BelowRegistered(Registered):
    pass


print(issubclass(Registered, Sized), issubclass(BelowRegistered, Sized), isinstance(BelowRegistered(), Sized), issubclass(Registered, Child))


class Liar:
    __class__ = Registered


print(isinstance(Liar(), Sized), isinstance(Liar(), Registered))


class Late(ABC):
    pass


Late.m = abstractmethod(lambda self: 0)
print(Late().__class__.__name__)
update_abstractmethods(Late)
attempt(Late)
print(type(Shape), type(Shape).__name__, ABC.__module__, ABCMeta.__mro__[1:], repr(Shape).split(".")[-1])


class Old(metaclass=ABCMeta):
    @abc.abstractclassmethod
    def c(cls): ...

    @abc.abstractstaticmethod
    def s(): ...

    @abc.abstractproperty
    def p(self): ...


print(sorted(Old.__abstractmethods__))
registry, cache, negative, version = abc._get_dump(Sized)
print(len(registry), len(cache) > 0, version <= get_cache_token())
def make():
    class Short(Sized):
        pass
    return issubclass(Short, Sized), len(Sized.__subclasses__())
print(make())
