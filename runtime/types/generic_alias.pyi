@struct("GenericAlias")
class GenericAlias:
    """Represents a PEP 585 generic type such as list[int]."""
    def __new__(cls, origin, arguments, /): ...
    @property
    def __origin__(self): ...
    @property
    def __args__(self): ...
    @property
    def __parameters__(self): ...
    @property
    def __unpacked__(self): ...
    def __mro_entries__(self, bases, /): """The classes that stand for this one among the bases."""
    def __instancecheck__(self, instance, /): """Raises TypeError."""
    def __subclasscheck__(self, subclass, /): """Raises TypeError."""

@struct("GenericAlias")
class _GenericAlias:
    """A class with type parameters, subscripted."""
    @property
    def __origin__(self): ...
    @property
    def __args__(self): ...
    @property
    def __parameters__(self): ...
    def __mro_entries__(self, bases, /): """The classes that stand for this one among the bases."""
    def __instancecheck__(self, instance, /): """Raises TypeError."""
    def __subclasscheck__(self, subclass, /): """Raises TypeError."""
