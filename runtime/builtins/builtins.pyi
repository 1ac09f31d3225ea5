"""The built-in functions, types, exceptions and constants."""

def abs(x, /): """The absolute value of a number."""
def aiter(async_iterable, /): """An async iterator over an async iterable."""
def all(iterable, /) -> bool: """Whether every item is true."""
def anext(aiterator, default=..., /): """An awaitable of the next item."""
def any(iterable, /) -> bool: """Whether some item is true."""
def ascii(obj, /): """The repr, with escapes for what is not ASCII."""
def bin(number, /): """The binary digits of an integer."""
def breakpoint(*args, **kws): """Not supported."""
def callable(obj, /) -> bool: """Whether the object can be called."""
def chr(i, /): """The string of one character with that code."""
def compile(*args, **kws): """Not supported."""
def delattr(obj, name, /) -> None: """Deletes the named attribute."""
@signature("")
def dir(object=..., /): """The names of an object's attributes, or of those in scope."""
def divmod(x, y, /): """The tuple (x // y, x % y)."""
def eval(*args, **kws): """Not supported."""
def exec(*args, **kws): """Not supported."""
def format(value, format_spec: str = "", /): """value.__format__(format_spec)."""
@signature("")
def getattr(object, name, default=..., /): """The named attribute; default, or AttributeError, when it is absent."""
def globals(): """The dict of the current module's global variables."""
def hasattr(obj, name, /) -> bool: """Whether the object has the named attribute."""
def hash(obj, /) -> int64: """The hash value."""
def hex(number, /): """The hexadecimal digits of an integer."""
def id(obj, /): """The identity of an object."""
def isinstance(obj, class_or_tuple, /) -> bool: """Whether the object is an instance of a class, or of one in a tuple."""
def issubclass(cls, class_or_tuple, /) -> bool: """Whether cls derives from a class, or from one in a tuple."""
@signature("")
def iter(object, sentinel=..., /): """An iterator over the object, or over the results of calling it until sentinel."""
def len(obj, /): """The number of items."""
def locals(): """The dict of the current scope's variables."""
@fast
@signature("")
def max(*args, key=None, default=...): """The largest item of an iterable, or of several arguments."""
@fast
@signature("")
def min(*args, key=None, default=...): """The smallest item of an iterable, or of several arguments."""
@signature("")
def next(iterator, default=..., /): """The next item; default, or StopIteration, at the end."""
def oct(number, /): """The octal digits of an integer."""
def ord(character, /) -> int64: """The code of a character."""
def pow(base, exp, mod=None): """base ** exp, or base ** exp % mod."""
def repr(obj, /): """The printable form of an object."""
def round(number, ndigits=None): """The number rounded to ndigits digits after the point."""
def setattr(obj, name, value, /) -> None: """Sets the named attribute."""
@style("positional")
@fast
@signature("($module, iterable, /, *, key=None, reverse=False)")
def sorted(iterable, /, **kwargs): """A new list with the items in ascending order."""
def sum(iterable, /, start=0): """The sum of start and the items."""
@signature("")
def vars(object=..., /): """The __dict__ of an object, or the current scope's variables."""
