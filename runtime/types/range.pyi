class range:
    """range(stop) or range(start, stop[, step]): the ints from start up to stop, without stop."""
    @style("positional")
    @fast
    def __new__(cls, *args): ...
    def index(self, object, /): """The position of value; ValueError when it is absent."""
    def count(self, object, /): """How many items are equal to value."""
    def __reversed__(self): """An iterator over the items, last one first."""
    def __reduce__(self): """For copying and pickling."""

@struct("RangeIterator")
class range_iterator:
    def __length_hint__(self) -> int64: """How many items are left."""
    def __reduce__(self): """For copying and pickling."""

@struct("LongRangeIterator")
class longrange_iterator:
    def __length_hint__(self): """How many items are left."""
    def __reduce__(self): """For copying and pickling."""
