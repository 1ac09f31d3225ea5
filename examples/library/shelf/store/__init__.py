"""Where records are kept."""
from .memory import MemoryStore
from .text import TextStore

_KINDS = {"memory": MemoryStore, "text": TextStore}


def open_store(kind, *args):
    try:
        return _KINDS[kind](*args)
    except KeyError:
        raise ValueError(f"no store {kind!r}; there are {sorted(_KINDS)}") from None
