class list:
    """list() or list(iterable): a sequence that can change."""
    def __init__(self, iterable=..., /): ...
    def append(self, object, /) -> None: """Adds an item at the end."""
    def clear(self) -> None: """Removes all items."""
    def copy(self): """A shallow copy."""
    @struct("Any")
    def count(self, value, /) -> int64: """How many items are equal to value."""
    def extend(self, iterable, /) -> None: """Adds the items of an iterable at the end."""
    def index(self, value, start: slice_index = 0, stop: slice_index = maxsize, /) -> int64:
        """The position of the first equal item; ValueError when there is none."""
    def insert(self, index: int64, object, /) -> None: """Puts an item before the position."""
    def pop(self, index: int64 = -1, /): """Removes the item at a position and gives it."""
    def remove(self, value, /) -> None: """Removes the first equal item; ValueError when there is none."""
    def reverse(self) -> None: """Reverses the order in place."""
    def sort(self, *, key=None, reverse: bool = False) -> None: """Sorts in place; equal items keep their order."""
    def __reversed__(self): """An iterator over the items, last one first."""
    def __sizeof__(self) -> int64: """Size in memory, in bytes."""
    @classmethod
    def __class_getitem__(cls, object, /): """See PEP 585."""
