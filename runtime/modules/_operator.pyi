"""The operators as functions."""
def lt(a, b, /): """a < b."""
def le(a, b, /): """a <= b."""
def eq(a, b, /): """a == b."""
def ne(a, b, /): """a != b."""
def ge(a, b, /): """a >= b."""
def gt(a, b, /): """a > b."""
def add(a, b, /): """a + b."""
def sub(a, b, /): """a - b."""
def mul(a, b, /): """a * b."""
def matmul(a, b, /): """a @ b."""
def floordiv(a, b, /): """a // b."""
def truediv(a, b, /): """a / b."""
def mod(a, b, /): """a % b."""
def lshift(a, b, /): """a << b."""
def rshift(a, b, /): """a >> b."""
def and_(a, b, /): """a & b."""
def xor(a, b, /): """a ^ b."""
def or_(a, b, /): """a | b."""
def pow(a, b, /): """a ** b."""
def iadd(a, b, /): """a += b."""
def isub(a, b, /): """a -= b."""
def imul(a, b, /): """a *= b."""
def imatmul(a, b, /): """a @= b."""
def ifloordiv(a, b, /): """a //= b."""
def itruediv(a, b, /): """a /= b."""
def imod(a, b, /): """a %= b."""
def ilshift(a, b, /): """a <<= b."""
def irshift(a, b, /): """a >>= b."""
def iand(a, b, /): """a &= b."""
def ixor(a, b, /): """a ^= b."""
def ior(a, b, /): """a |= b."""
def ipow(a, b, /): """a **= b."""
def concat(a, b, /): """a + b of sequences."""
def iconcat(a, b, /): """a += b of sequences."""
def is_(a, b, /) -> bool: """a is b."""
def is_not(a, b, /) -> bool: """a is not b."""
def contains(a, b, /) -> bool: """b in a."""
def countOf(a, b, /) -> int64: """How often b is in a."""
def indexOf(a, b, /) -> int64: """Where b is in a for the first time."""
def getitem(a, b, /): """a[b]."""
def delitem(a, b, /) -> None: """del a[b]."""
def neg(a, /): """-a."""
def pos(a, /): """+a."""
def inv(a, /): """~a."""
def invert(a, /): """~a."""
def abs(a, /): """abs(a)."""
def index(a, /): """a.__index__()."""
def not_(a, /) -> bool: """not a."""
def truth(a, /) -> bool: """True if a is true, else False."""
def is_none(a, /) -> bool: """a is None."""
def is_not_none(a, /) -> bool: """a is not None."""
def setitem(a, b, c, /) -> None: """a[b] = c."""
@signature("($module, obj, default=0, /)")
def length_hint(obj, default: int64 = 0, /) -> int64: """How many items an iterator may have, or default."""
@signature("($module, obj, /, *args, **kwargs)")
def call(*arguments, **keywords): """obj(*args, **kwargs)."""
def _compare_digest(a, b, /) -> bool: """a == b, in a time that does not tell where they differ."""

@name("itemgetter")
class operator_itemgetter:
    """itemgetter(item, ...)(object): object[item], or a tuple of several."""
    @signature("(item, /, *items)")
    def __new__(cls, *items): ...
    def __reduce__(self): """For copying and pickling."""

@name("attrgetter")
class operator_attrgetter:
    """attrgetter(name, ...)(object): the attribute of a dotted name, or a tuple of several."""
    @signature("(attr, /, *attrs)")
    def __new__(cls, *attributes): ...
    def __reduce__(self): """For copying and pickling."""

@name("methodcaller")
class operator_methodcaller:
    """methodcaller(name, ...)(object): object.name(...)."""
    @signature("(name, /, *args, **kwargs)")
    def __new__(cls, *arguments, **keywords): ...
    def __reduce__(self): """For copying and pickling."""
