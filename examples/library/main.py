"""A lending library: a program of several modules and packages.

    shelf/            the package
      models.py       books, members, loans
      rules.py        who may borrow what
      store/          where things are kept: in memory, or in a file of lines
      report.py       what the desk prints
"""
import sys

from shelf import __version__, models, report
from shelf.models import Book, Member
from shelf.rules import RuleError
from shelf.store import MemoryStore, open_store


def fill(store):
    for title, author, year, copies in (
            ("The Art of Computer Programming", "Knuth", 1968, 2),
            ("Structure and Interpretation", "Abelson", 1985, 1),
            ("Gödel, Escher, Bach", "Hofstadter", 1979, 3),
            ("The Mythical Man-Month", "Brooks", 1975, 1)):
        store.add(Book(title, author, year, copies))
    for name, kind in (("Ada", "student"), ("Grace", "staff"), ("Linus", "student")):
        store.add(Member(name, kind))


def attempt(what, *args):
    try:
        result = what(*args)
    except (RuleError, LookupError) as e:
        print(f"  refused: {e}")
        return None
    print(f"  {result}")
    return result


def main(argv):
    print("library", __version__)
    store = open_store("memory")
    assert isinstance(store, MemoryStore)
    fill(store)
    desk = models.Desk(store)
    knuth, sicp, geb, brooks = store.all(Book)
    ada, grace, linus = store.all(Member)
    print("lending")
    attempt(desk.lend, ada, knuth)
    attempt(desk.lend, grace, knuth)
    attempt(desk.lend, linus, knuth)
    attempt(desk.lend, ada, sicp)
    attempt(desk.lend, ada, geb)
    attempt(desk.lend, grace, geb)
    desk.today += 20
    print("after 20 days")
    attempt(desk.lend, ada, brooks)
    attempt(desk.give_back, ada, knuth)
    attempt(desk.give_back, ada, brooks)
    attempt(desk.lend, linus, knuth)
    attempt(store.find, Book, "No Such Title")
    print(report.books(store))
    print(report.members(store, desk))
    text = open_store("text", store).dump()
    print(text)
    again = open_store("text").load(text)
    print("kept:", [b.title for b in again.all(Book)] == [b.title for b in store.all(Book)], len(again))
    try:
        open_store("cloud")
    except ValueError as e:
        print(e)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
