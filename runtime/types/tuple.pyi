class tuple:
    """tuple() or tuple(iterable): an immutable sequence."""
    def __new__(cls, iterable=..., /): ...
    def index(self, value, start: slice_index = 0, stop: slice_index = maxsize, /) -> int64:
        """The position of the first equal item; ValueError when there is none."""
    def count(self, value, /) -> int64: """How many items are equal to value."""
    def __getnewargs__(self): """For copying and pickling."""
    @classmethod
    def __class_getitem__(cls, object, /): """See PEP 585."""
