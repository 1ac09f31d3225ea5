"""A bank with accounts, transfers that happen wholly or not at all, and a ledger that can be audited."""


class BankError(Exception):
    """Any refusal by the bank."""


class InsufficientFunds(BankError):
    def __init__(self, account, needed):
        self.account = account
        self.needed = needed
        super().__init__(f"{account.owner} has {money(account.balance)}, needs {money(needed)}")


class UnknownAccount(BankError, KeyError):
    def __str__(self):
        return f"no account {self.args[0]!r}"


def money(cents):
    """Cents as a text of euros: -1234567 gives -12,345.67."""
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100:,}.{abs(cents) % 100:02d}"


class Account:
    kind = "account"
    overdraft = 0

    def __init__(self, number, owner):
        self.number = number
        self.owner = owner
        self._balance = 0

    @property
    def balance(self):
        return self._balance

    def available(self):
        return self._balance + self.overdraft

    def deposit(self, cents):
        if cents <= 0:
            raise ValueError(f"a deposit must be positive, not {cents}")
        self._balance += cents

    def withdraw(self, cents):
        if cents > self.available():
            raise InsufficientFunds(self, cents)
        self._balance -= cents

    def month_end(self):
        return 0

    def __repr__(self):
        return f"<{self.kind} {self.number} of {self.owner}: {money(self._balance)}>"


class Checking(Account):
    kind = "checking"
    overdraft = 50_000

    def month_end(self):
        """Interest on what is overdrawn, 1 percent a month."""
        if self._balance >= 0:
            return 0
        cost = -self._balance // 100
        self._balance -= cost
        return -cost


class Savings(Account):
    kind = "savings"

    def __init__(self, number, owner, rate=0.02):
        super().__init__(number, owner)
        self.rate = rate

    def month_end(self):
        gain = round(self._balance * self.rate / 12)
        self._balance += gain
        return gain


class Transaction:
    """Undoes its steps when it is left by an exception."""

    def __init__(self, bank, title):
        self.bank = bank
        self.title = title
        self.undo = []

    def __enter__(self):
        return self

    def move(self, source, target, cents):
        source.withdraw(cents)
        self.undo.append(lambda: source.deposit(cents))
        target.deposit(cents)
        self.undo.append(lambda: target.withdraw(cents))

    def __exit__(self, kind, error, trace):
        if error is not None:
            for step in reversed(self.undo):
                step()
            self.bank.record(self.title, f"refused: {error}")
            return isinstance(error, BankError)
        self.bank.record(self.title, f"{len(self.undo)} steps")
        return False


class Bank:
    def __init__(self):
        self.accounts = {}
        self.ledger = []

    def open(self, account, cents=0):
        self.accounts[account.number] = account
        if cents:
            account.deposit(cents)
        self.record("open", repr(account))
        return account

    def __getitem__(self, number):
        try:
            return self.accounts[number]
        except KeyError:
            raise UnknownAccount(number) from None

    def __len__(self):
        return len(self.accounts)

    def __iter__(self):
        return iter(sorted(self.accounts.values(), key=lambda a: a.number))

    def record(self, what, text):
        self.ledger.append((len(self.ledger) + 1, what, text))

    def transfer(self, source, target, cents):
        with Transaction(self, f"transfer {money(cents)}") as t:
            t.move(self[source], self[target], cents)
            return True
        return False

    def split(self, source, targets, cents):
        """Moves the same amount to several accounts, or to none."""
        with Transaction(self, f"split {money(cents)}") as t:
            for number in targets:
                t.move(self[source], self[number], cents // len(targets))
            return True
        return False

    def total(self):
        return sum(a.balance for a in self)


def main():
    bank = Bank()
    bank.open(Checking("C1", "Ada"), 120_000)
    bank.open(Checking("C2", "Grace"), 5_000)
    bank.open(Savings("S1", "Ada", rate=0.03), 1_000_000)
    bank.open(Savings("S2", "Alan"), 250_050)
    before = bank.total()
    print(bank.transfer("C1", "C2", 99_99), bank.transfer("C2", "S2", 60_000))
    print(bank.transfer("C2", "S1", 10_000_000), bank.transfer("C9", "S1", 1))
    print(bank.split("S1", ["C1", "C2", "S2"], 90_000), bank.split("S2", ["C1", "X7"], 1_000))
    assert bank.total() == before, "money was lost"
    for account in bank:
        gain = account.month_end()
        print(f"{account!r:55} month end {money(gain):>10}")
    try:
        bank["C1"].deposit(-5)
    except ValueError as e:
        print("ValueError:", e)
    try:
        bank["nobody"]
    except KeyError as e:
        print(type(e).__name__, e)
    for number, what, text in bank.ledger:
        print(f"{number:3} {what:<22} {text}")
    print(f"{len(bank)} accounts hold {money(bank.total())}")


if __name__ == "__main__":
    main()
