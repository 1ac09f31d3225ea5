"""Who may borrow what, and for how long."""

FINE = 20
LIMITS = {"student": (2, 14), "staff": (5, 60)}


class RuleError(Exception):
    """A rule forbids it."""


def days(member):
    return LIMITS[member.kind][1]


def check(member, book, desk):
    """Raises the first rule that forbids the loan."""
    for rule in (_limit, _late, _available):
        rule(member, book, desk)


def _limit(member, book, desk):
    most, _ = LIMITS[member.kind]
    if len(member.loans) >= most:
        raise RuleError(f"{member.name} has {len(member.loans)} books already")


def _late(member, book, desk):
    late = [l.book.title for l in member.loans if l.late(desk.today)]
    if late:
        raise RuleError(f"{member.name} must first return {', '.join(late)}")


def _available(member, book, desk):
    if desk.free(book) < 1:
        raise RuleError(f"all copies of {book.title!r} are lent")
