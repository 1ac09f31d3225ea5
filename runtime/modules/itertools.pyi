"""Iterators made of other iterators: endless ones, ones that end with the shortest, and combinatorial ones."""

def tee(iterable, n: int64 = 2, /): """Several iterators over the items of one iterable."""

@name("accumulate")
class itertools_accumulate:
    """The totals of a function, or sums, up to each item."""
    def __new__(cls, iterable, func=None, *, initial=None): ...

@name("batched")
class itertools_batched:
    """The items in tuples of n; the last one may be shorter, unless strict is true."""
    def __new__(cls, iterable, n: int64, *, strict: bool = False): ...

@name("chain")
class itertools_chain:
    """The items of one iterable after the other."""
    def __new__(cls, *iterables): ...
    @classmethod
    def from_iterable(cls, iterable, /): """A chain() of the iterables that one iterable gives."""
    @classmethod
    def __class_getitem__(cls, object, /): """See PEP 585."""

@name("combinations")
class itertools_combinations:
    """All choices of r items, in the order of the iterable."""
    def __new__(cls, iterable, r: int64): ...

@name("combinations_with_replacement")
class itertools_combinations_with_replacement:
    """All choices of r items, each as often as wanted, in the order of the iterable."""
    def __new__(cls, iterable, r: int64): ...

@name("compress")
class itertools_compress:
    """The items of data whose selectors are true."""
    def __new__(cls, data, selectors): ...

@name("count")
class itertools_count:
    """start, start + step, start + 2 * step, without end."""
    def __new__(cls, start=0, step=1): ...

@name("cycle")
class itertools_cycle:
    """The items of an iterable, again and again."""
    def __new__(cls, iterable, /): ...

@name("dropwhile")
class itertools_dropwhile:
    """The items from the first one on for which predicate is false."""
    def __new__(cls, predicate, iterable, /): ...

@name("filterfalse")
class itertools_filterfalse:
    """The items for which function is false; with None, those that are false."""
    def __new__(cls, function, iterable, /): ...

@name("groupby")
class itertools_groupby:
    """Pairs of a key and an iterator over the consecutive items that have it."""
    def __new__(cls, iterable, key=None): ...

@name("_grouper")
class itertools_grouper:
    """The items of one group of a groupby()."""
    def __new__(cls, parent: itertools_groupby, key, /): ...

@name("islice")
class itertools_islice:
    """islice(iterable, stop) or islice(iterable, start, stop[, step]): the items that a slice of a list would have."""
    @signature("")
    def __new__(cls, *arguments): ...

@name("pairwise")
class itertools_pairwise:
    """Pairs of each item and the next one."""
    def __new__(cls, iterable, /): ...

@name("permutations")
class itertools_permutations:
    """All arrangements of r items, or of all of them."""
    def __new__(cls, iterable, r=None): ...

@name("product")
class itertools_product:
    """Tuples of one item of each iterable, in all ways; repeat takes the iterables so many times."""
    def __new__(cls, *iterables, repeat: int64 = 1): ...

@name("repeat")
class itertools_repeat:
    """repeat(object[, times]): an object, so many times or without end."""
    @signature("")
    def __new__(cls, object, times=...): ...
    def __length_hint__(self) -> int64: """How many times are left."""

@name("starmap")
class itertools_starmap:
    """function(*item) of each item."""
    def __new__(cls, function, iterable, /): ...

@name("takewhile")
class itertools_takewhile:
    """The items up to the first one for which predicate is false."""
    def __new__(cls, predicate, iterable, /): ...

@name("_tee")
class itertools_tee:
    """An iterator that can be copied."""
    def __new__(cls, iterable, /): ...
    def __copy__(self): """Another iterator that goes on from here."""

@name("zip_longest")
class itertools_zip_longest:
    """Tuples of one item of each iterable, to the end of the longest one; fillvalue stands for what is missing."""
    @signature("(*iterables, fillvalue=None)")
    def __new__(cls, *iterables, **keywords): ...
