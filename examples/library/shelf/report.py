"""What the desk prints."""
from .models import Book, Member


def books(store):
    return "\n".join(f"{b.number:2} {b.title:<34.34} {b.author:<12} {b.year}" for b in
                     sorted(store.all(Book), key=lambda b: b.year))


def members(store, desk):
    lines = []
    for m in store.all(Member):
        held = "; ".join(f"{l.book.title} ({l.late(desk.today)} late)" if l.late(desk.today) else l.book.title
                         for l in m.loans)
        lines.append(f"{m.name:6} {m.kind:8} fines {m.fines:4}  {held or '-'}")
    return "\n".join(lines)
