class dict:
    """dict(), dict(mapping), dict(iterable of pairs), dict(**names): a mapping that keeps the order of insertion."""
    @style("positional")
    def __init__(self, iterable=..., /, **kwargs): ...
    def get(self, key, default=None, /):
        """The value for key, or default when the key is absent."""
    def setdefault(self, key, default=None, /):
        """The value for key; when absent, default is stored first."""
    def pop(self, key, default=..., /):
        """Removes key and gives its value; default, or KeyError, when absent."""
    def popitem(self):
        """Removes the last pair and gives it as a tuple."""
    def keys(self): """A view of the keys."""
    def items(self): """A view of the pairs."""
    def values(self): """A view of the values."""
    @style("positional")
    @signature("")
    def update(self, other=..., /, **kwargs) -> None:
        """Stores the items of a mapping or an iterable of pairs, and the keywords."""
    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        """A new dict with these keys, all with the same value."""
    def clear(self) -> None: """Removes all items."""
    def copy(self): """A shallow copy."""
    def __reversed__(self): """An iterator over the keys, last one first."""
    def __sizeof__(self) -> int64: """Size in memory, in bytes."""
    @classmethod
    def __class_getitem__(cls, object, /): """See PEP 585."""

@struct("DictView")
class dict_keys:
    def isdisjoint(self, other, /) -> bool: """Whether the view and the iterable have no item in common."""
    def __reversed__(self): """An iterator over the keys, last one first."""
    @property
    def mapping(self): """A read-only proxy of the dict."""

@struct("DictView")
class dict_items:
    def isdisjoint(self, other, /) -> bool: """Whether the view and the iterable have no item in common."""
    def __reversed__(self): """An iterator over the items, last one first."""
    @property
    def mapping(self): """A read-only proxy of the dict."""

@struct("DictView")
class dict_values:
    def __reversed__(self): """An iterator over the values, last one first."""
    @property
    def mapping(self): """A read-only proxy of the dict."""

@struct("DictIterator")
class dict_iterator:
    def __length_hint__(self) -> int64: """How many items are left."""
    def __reduce__(self): """For copying and pickling."""
