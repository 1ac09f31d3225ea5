class str:
    """str(object='') -> str
str(bytes_or_buffer[, encoding[, errors]]) -> str

Text: the str() of an object, or bytes decoded."""
    @style("vectorcall")
    def __new__(cls, object=..., encoding: str = ..., errors: str = ...): ...
    def capitalize(self) -> str:
        """A copy with its first character in title case and the rest in lower case."""
    def casefold(self) -> str:
        """A copy for comparisons that ignore case."""
    def lower(self) -> str:
        """A copy in lower case."""
    def upper(self) -> str:
        """A copy in upper case."""
    def title(self) -> str:
        """A copy in which each word begins with a character in title case."""
    def swapcase(self) -> str:
        """A copy with upper case made lower and lower case made upper."""
    def center(self, width: int64, fillchar=..., /) -> str:
        """The text in the middle of `width` characters."""
    def ljust(self, width: int64, fillchar=..., /) -> str:
        """The text at the left of `width` characters."""
    def rjust(self, width: int64, fillchar=..., /) -> str:
        """The text at the right of `width` characters."""
    def zfill(self, width: int64, /) -> str:
        """Zeros put in front, behind a sign, up to `width` characters."""
    def count(self, sub: str, start: slice_index | None = 0, end: slice_index | None = maxsize, /) -> int64:
        """How often `sub` occurs, without overlaps."""
    def find(self, sub: str, start: slice_index | None = 0, end: slice_index | None = maxsize, /) -> int64:
        """The first place of `sub`, or -1."""
    def rfind(self, sub: str, start: slice_index | None = 0, end: slice_index | None = maxsize, /) -> int64:
        """The last place of `sub`, or -1."""
    def index(self, sub: str, start: slice_index | None = 0, end: slice_index | None = maxsize, /) -> int64:
        """The first place of `sub`; ValueError when there is none."""
    def rindex(self, sub: str, start: slice_index | None = 0, end: slice_index | None = maxsize, /) -> int64:
        """The last place of `sub`; ValueError when there is none."""
    def startswith(self, prefix, start: slice_index | None = 0, end: slice_index | None = maxsize, /) -> bool:
        """Does the text start with the prefix, or with one of a tuple?"""
    def endswith(self, suffix, start: slice_index | None = 0, end: slice_index | None = maxsize, /) -> bool:
        """Does the text end with the suffix, or with one of a tuple?"""
    def removeprefix(self, prefix: str, /) -> str:
        """The text without the prefix, if it has it."""
    def removesuffix(self, suffix: str, /) -> str:
        """The text without the suffix, if it has it."""
    def replace(self, old: str, new: str, /, count: int64 = -1) -> str:
        """A copy with `old` replaced by `new`, at most `count` times."""
    def split(self, sep=None, maxsplit: int64 = -1) -> list:
        """The words between separators (None: white space)."""
    def rsplit(self, sep=None, maxsplit: int64 = -1) -> list:
        """As split, counted from the end."""
    def splitlines(self, keepends: bool = False) -> list:
        """The lines."""
    def partition(self, sep, /) -> tuple:
        """What is before the first separator, the separator, and what is behind."""
    def rpartition(self, sep, /) -> tuple:
        """What is before the last separator, the separator, and what is behind."""
    def strip(self, chars=None, /) -> str:
        """Without white space, or the given characters, at both ends."""
    def lstrip(self, chars=None, /) -> str:
        """Without white space, or the given characters, at the start."""
    def rstrip(self, chars=None, /) -> str:
        """Without white space, or the given characters, at the end."""
    def join(self, iterable, /):
        """The strings of the iterable with this one between them."""
    def expandtabs(self, tabsize: int32 = 8) -> str:
        """Tabs replaced by spaces up to columns that are multiples of tabsize."""
    def encode(self, encoding: str = "utf-8", errors: str = "strict") -> bytes:
        """The bytes of the text in an encoding."""
    def format(self, *args, **kwargs) -> str:
        """The text with its replacement fields filled in."""
    def format_map(self, mapping, /) -> str:
        """The text with its replacement fields filled in from a mapping."""
    def translate(self, table, /) -> str:
        """Each character mapped through the table: to an ordinal, a str, or None to drop it."""
    @staticmethod
    def maketrans(x, y: str = ..., z: str = ..., /):
        """A table for translate()."""
    def isalnum(self) -> bool:
        """Are all characters letters or numbers?"""
    def isalpha(self) -> bool:
        """Are all characters letters?"""
    def isascii(self) -> bool:
        """Are all characters ASCII?"""
    def isdecimal(self) -> bool:
        """Are all characters decimal digits?"""
    def isdigit(self) -> bool:
        """Are all characters digits?"""
    def isidentifier(self) -> bool:
        """Is it a valid identifier?"""
    def islower(self) -> bool:
        """Are all cased characters lower case?"""
    def isnumeric(self) -> bool:
        """Are all characters numeric?"""
    def isprintable(self) -> bool:
        """Are all characters printable?"""
    def isspace(self) -> bool:
        """Are all characters white space?"""
    def istitle(self) -> bool:
        """Is it in title case?"""
    def isupper(self) -> bool:
        """Are all cased characters upper case?"""
    def __format__(self, format_spec: str, /) -> str: ...
    def __getnewargs__(self): ...
    def __sizeof__(self): ...
