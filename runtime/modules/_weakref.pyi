"""References that do not keep their objects alive."""

def getweakrefcount(object, /) -> int64: """How many weak references an object has."""
def getweakrefs(object, /): """The weak references of an object."""
def proxy(object, callback=None, /): """An object that does what another one does, while that lives."""
def _remove_dead_weakref(dct: dict, key, /) -> None: """Takes a key out of a dict if its value is a dead reference."""

@name("ReferenceType")
@struct("WeakReference")
class weakref_ref:
    """ref(object[, callback]): gives the object when it is called, or None once that is dead."""
    @signature("")
    @name("__new__")
    def __new__(cls, object, callback=None, /): ...
    @name("weakref")
    def __call__(self): ...
    @property
    def __callback__(self): """What is called when the object dies."""
    @classmethod
    def __class_getitem__(cls, object, /): """See PEP 585."""
