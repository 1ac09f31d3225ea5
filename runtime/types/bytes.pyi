@struct("Any")
class bytes:
    """bytes(iterable_of_ints) -> bytes
bytes(string, encoding[, errors]) -> bytes
bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer
bytes(int) -> bytes object of size given by the parameter initialized with null bytes
bytes() -> empty bytes object"""
    def __new__(cls, source=..., encoding: str = ..., errors: str = ...): ...
    def capitalize(self):
        """A copy with its first byte in upper case and the rest in lower case."""
    def center(self, width: int64, fillchar=..., /):
        """The bytes in the middle of `width` bytes."""
    def count(self, sub, start: slice_index | None = 0, end: slice_index | None = maxsize, /) -> int64:
        """How often `sub` occurs, without overlaps."""
    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        """The text that the bytes encode."""
    def endswith(self, suffix, start: slice_index | None = 0, end: slice_index | None = maxsize, /) -> bool:
        """Do the bytes end with the suffix, or with one of a tuple?"""
    def expandtabs(self, tabsize: int32 = 8):
        """Tabs replaced by spaces up to columns that are multiples of tabsize."""
    def find(self, sub, start: slice_index | None = 0, end: slice_index | None = maxsize, /) -> int64:
        """The first place of `sub`, or -1."""
    @classmethod
    def fromhex(cls, string, /):
        """The bytes that pairs of hexadecimal digits stand for."""
    def hex(self, sep=..., bytes_per_sep: int32 = 1) -> str:
        """The bytes in hexadecimal."""
    def index(self, sub, start: slice_index | None = 0, end: slice_index | None = maxsize, /) -> int64:
        """The first place of `sub`; ValueError when there is none."""
    def isalnum(self) -> bool:
        """Are all bytes ASCII letters or digits?"""
    def isalpha(self) -> bool:
        """Are all bytes ASCII letters?"""
    def isascii(self) -> bool:
        """Are all bytes ASCII?"""
    def isdigit(self) -> bool:
        """Are all bytes ASCII digits?"""
    def islower(self) -> bool:
        """Are all letters lower case?"""
    def isspace(self) -> bool:
        """Are all bytes ASCII white space?"""
    def istitle(self) -> bool:
        """Is it in title case?"""
    def isupper(self) -> bool:
        """Are all letters upper case?"""
    def join(self, iterable_of_bytes, /):
        """The pieces with these bytes between them."""
    def ljust(self, width: int64, fillchar=..., /):
        """The bytes at the left of `width` bytes."""
    def lower(self):
        """A copy in lower case."""
    def lstrip(self, bytes=None, /):
        """Without white space, or the given bytes, at the start."""
    @staticmethod
    def maketrans(frm, to, /):
        """A table for translate()."""
    def partition(self, sep, /):
        """What is before the first separator, the separator, and what is behind."""
    def removeprefix(self, prefix, /):
        """The bytes without the prefix, if they have it."""
    def removesuffix(self, suffix, /):
        """The bytes without the suffix, if they have it."""
    def replace(self, old, new, count: int64 = -1, /):
        """A copy with `old` replaced by `new`, at most `count` times."""
    def rfind(self, sub, start: slice_index | None = 0, end: slice_index | None = maxsize, /) -> int64:
        """The last place of `sub`, or -1."""
    def rindex(self, sub, start: slice_index | None = 0, end: slice_index | None = maxsize, /) -> int64:
        """The last place of `sub`; ValueError when there is none."""
    def rjust(self, width: int64, fillchar=..., /):
        """The bytes at the right of `width` bytes."""
    def rpartition(self, sep, /):
        """What is before the last separator, the separator, and what is behind."""
    def rsplit(self, sep=None, maxsplit: int64 = -1):
        """As split, counted from the end."""
    def rstrip(self, bytes=None, /):
        """Without white space, or the given bytes, at the end."""
    def split(self, sep=None, maxsplit: int64 = -1):
        """The pieces between separators (None: white space)."""
    def splitlines(self, keepends: bool = False):
        """The lines."""
    def startswith(self, prefix, start: slice_index | None = 0, end: slice_index | None = maxsize, /) -> bool:
        """Do the bytes start with the prefix, or with one of a tuple?"""
    def strip(self, bytes=None, /):
        """Without white space, or the given bytes, at both ends."""
    def swapcase(self):
        """A copy with upper case made lower and lower case made upper."""
    def title(self):
        """A copy in which each word begins in upper case."""
    def translate(self, table, /, delete=...):
        """Each byte mapped through the table of 256 bytes; those in `delete` dropped."""
    def upper(self):
        """A copy in upper case."""
    def zfill(self, width: int64, /):
        """Zeros put in front, behind a sign, up to `width` bytes."""
    def __bytes__(self):
        """Converts this value to exact type bytes."""
    def __getnewargs__(self): ...
    def __sizeof__(self): ...
