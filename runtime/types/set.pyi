class set:
    """set() or set(iterable): an unordered collection of unique items."""
    def __init__(self, iterable=..., /): ...
    def add(self, object, /) -> None: """Adds an item."""
    def clear(self) -> None: """Removes all items."""
    def copy(self): """A shallow copy."""
    def difference(self, *others): """A new set with the items that are in none of the others."""
    def difference_update(self, *others) -> None: """Removes all items of the others."""
    def discard(self, object, /) -> None: """Removes an item if it is there."""
    def intersection(self, *others): """A new set with the items that are in all others too."""
    def intersection_update(self, *others) -> None: """Keeps only the items that are in all others too."""
    def isdisjoint(self, other, /) -> bool: """Whether the two have no item in common."""
    def issubset(self, other, /) -> bool: """Whether other has all items of this set."""
    def issuperset(self, other, /) -> bool: """Whether this set has all items of other."""
    def pop(self): """Removes some item and gives it; KeyError when the set is empty."""
    def remove(self, object, /) -> None: """Removes an item; KeyError when it is absent."""
    def symmetric_difference(self, other, /): """A new set with the items that are in exactly one of the two."""
    def symmetric_difference_update(self, other, /) -> None: """Keeps the items that are in exactly one of the two."""
    def union(self, *others): """A new set with the items of all."""
    def update(self, *others) -> None: """Adds the items of the others."""
    def __reduce__(self): """For copying and pickling."""
    def __sizeof__(self) -> int64: """Size in memory, in bytes."""
    @classmethod
    def __class_getitem__(cls, object, /): """See PEP 585."""

class frozenset:
    """frozenset() or frozenset(iterable): an immutable unordered collection of unique items."""
    def __new__(cls, iterable=..., /): ...
    def copy(self): """A shallow copy."""
    def difference(self, *others): """A new set with the items that are in none of the others."""
    def intersection(self, *others): """A new set with the items that are in all others too."""
    def isdisjoint(self, other, /) -> bool: """Whether the two have no item in common."""
    def issubset(self, other, /) -> bool: """Whether other has all items of this set."""
    def issuperset(self, other, /) -> bool: """Whether this set has all items of other."""
    def symmetric_difference(self, other, /): """A new set with the items that are in exactly one of the two."""
    def union(self, *others): """A new set with the items of all."""
    def __reduce__(self): """For copying and pickling."""
    def __sizeof__(self) -> int64: """Size in memory, in bytes."""
    @classmethod
    def __class_getitem__(cls, object, /): """See PEP 585."""

@struct("SetIterator")
class set_iterator:
    def __length_hint__(self) -> int64: """How many items are left."""
    def __reduce__(self): """For copying and pickling."""
