"""Containers of module collections."""

def _count_elements(mapping, iterable, /) -> None: """Counts the items of an iterable in a mapping."""

@name("deque")
class collections_deque:
    """deque([iterable[, maxlen]]): a list that grows and shrinks at both ends at the same cost."""
    @signature("([iterable[, maxlen]])")
    def __init__(self, iterable=..., maxlen=None): ...
    def append(self, item, /) -> None: """Adds an item at the right end."""
    def appendleft(self, item, /) -> None: """Adds an item at the left end."""
    def clear(self) -> None: """Removes all items."""
    def copy(self): """A shallow copy."""
    def __copy__(self): """A shallow copy."""
    def count(self, value, /) -> int64: """How many items are equal to value."""
    def extend(self, iterable, /) -> None: """Adds items at the right end."""
    def extendleft(self, iterable, /) -> None: """Adds items at the left end, one after the other."""
    def index(self, value, start: slice_index = 0, stop: slice_index = maxsize, /) -> int64: """Where value is for the first time."""
    def insert(self, index: int64, value, /) -> None: """Adds an item before the one at index."""
    def pop(self): """Takes the item at the right end out."""
    def popleft(self): """Takes the item at the left end out."""
    def remove(self, value, /) -> None: """Removes the first item that is equal to value."""
    def reverse(self) -> None: """Turns the order of the items round."""
    def rotate(self, n: int64 = 1, /) -> None: """Moves n items from the right end to the left one."""
    def __reduce__(self): """For copying and pickling."""
    def __reversed__(self): """An iterator over the items from the right."""
    @property
    def maxlen(self): """How many items there may be, or None."""
    @classmethod
    def __class_getitem__(cls, object, /): """See PEP 585."""

@name("_deque_iterator")
class deque_iterator:
    @signature("")
    def __new__(cls, deque: collections_deque, index: int64 = 0, /): ...
    def __length_hint__(self) -> int64: """How many items are left."""
    def __reduce__(self): """For copying and pickling."""

@struct("DequeIterator")
class deque_reverse_iterator:
    def __length_hint__(self) -> int64: """How many items are left."""
    def __reduce__(self): """For copying and pickling."""
