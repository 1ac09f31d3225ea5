"""What a library consists of."""
from . import rules


class Record:
    """Something with a number of its own, counted for each class."""

    _last = 0

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls._last = 0

    def __init__(self):
        type(self)._last += 1
        self.number = type(self)._last

    def __repr__(self):
        return f"<{type(self).__name__} {self.number}>"


class Book(Record):
    def __init__(self, title, author, year, copies=1):
        super().__init__()
        self.title, self.author, self.year, self.copies = title, author, year, copies

    key = property(lambda self: self.title)


class Member(Record):
    def __init__(self, name, kind):
        super().__init__()
        self.name, self.kind = name, kind
        self.loans = []
        self.fines = 0

    key = property(lambda self: self.name)


class Loan:
    def __init__(self, book, day, days):
        self.book, self.day, self.due = book, day, day + days

    def late(self, today):
        return max(0, today - self.due)


class Desk:
    def __init__(self, store):
        self.store = store
        self.today = 0
        self.out = {}

    def lend(self, member, book):
        rules.check(member, book, self)
        loan = Loan(book, self.today, rules.days(member))
        member.loans.append(loan)
        self.out[book.number] = self.out.get(book.number, 0) + 1
        return f"{member.name} has {book.title!r} until day {loan.due}"

    def give_back(self, member, book):
        for i, loan in enumerate(member.loans):
            if loan.book is book:
                break
        else:
            raise LookupError(f"{member.name} does not have {book.title!r}")
        del member.loans[i]
        self.out[book.number] -= 1
        fine = loan.late(self.today) * rules.FINE
        member.fines += fine
        return f"{member.name} returns {book.title!r}" + (f", fine {fine} cents" if fine else "")

    def free(self, book):
        return book.copies - self.out.get(book.number, 0)
