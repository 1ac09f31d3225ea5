"""A store that can be written as lines and read again."""
from ..models import Book, Member
from .memory import MemoryStore

FIELDS = {Book: ("title", "author", "year", "copies"), Member: ("name", "kind")}


class TextStore(MemoryStore):
    def dump(self):
        lines = []
        for kind, fields in FIELDS.items():
            for record in self.all(kind):
                lines.append("\t".join([kind.__name__, *(str(getattr(record, f)) for f in fields)]))
        return "\n".join(lines)

    def load(self, text):
        kinds = {kind.__name__: kind for kind in FIELDS}
        for line in text.splitlines():
            name, *values = line.split("\t")
            self.add(kinds[name](*(int(v) if v.isdigit() else v for v in values)))
        return self
