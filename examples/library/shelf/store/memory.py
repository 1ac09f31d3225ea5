from ..models import Book, Member


class MemoryStore:
    def __init__(self, other=None):
        self._records = {Book: [], Member: []}
        for kind in self._records if other else ():
            self._records[kind] = list(other.all(kind))

    def add(self, record):
        self._records[type(record)].append(record)
        return record

    def all(self, kind):
        return tuple(self._records[kind])

    def find(self, kind, key):
        for record in self._records[kind]:
            if record.key == key:
                return record
        raise LookupError(f"no {kind.__name__.lower()} {key!r}")

    def __len__(self):
        return sum(map(len, self._records.values()))
