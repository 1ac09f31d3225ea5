@struct("SequenceIterator")
class sequence_iterator:
    def __length_hint__(self): """How many items are left."""
    def __reduce__(self): """For copying and pickling."""
    def __setstate__(self, state, /) -> None: """Sets the position."""

@struct("CallableIterator")
class callable_iterator:
    def __reduce__(self): """For copying and pickling."""

@struct("Enumerate")
class enumerate:
    """enumerate(iterable, start=0): an iterator over (index, item) pairs."""
    @fast
    def __new__(cls, iterable, start=0): ...
    def __reduce__(self): """For copying and pickling."""
    @classmethod
    def __class_getitem__(cls, object, /): """See PEP 585."""

@struct("Reversed")
class reversed:
    """reversed(sequence): an iterator over the items, last one first."""
    def __new__(cls, object, /): ...
    def __length_hint__(self) -> int64: """How many items are left."""

@struct("Zip")
class zip:
    """zip(*iterables, strict=False): an iterator over tuples of one item of each."""
    def __new__(cls, *iterables, strict: bool = False): ...
    def __reduce__(self): """For copying and pickling."""

@struct("Map")
class map:
    """map(function, *iterables, strict=False): an iterator over the results of function."""
    def __new__(cls, *arguments, strict: bool = False): ...
    def __reduce__(self): """For copying and pickling."""

@struct("Filter")
class filter:
    """filter(function or None, iterable): an iterator over the items for which function is true."""
    def __new__(cls, function, iterable, /): ...
    def __reduce__(self): """For copying and pickling."""
