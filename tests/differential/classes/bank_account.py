class Account:
    interest = 0.02
    def __init__(self, owner, balance=0): self.owner, self.balance = owner, balance
    def deposit(self, n):
        if n <= 0: raise ValueError("deposit must be positive")
        self.balance += n
        return self
    def withdraw(self, n):
        if n > self.balance: raise RuntimeError(f"{self.owner} lacks {n - self.balance}")
        self.balance -= n
        return self
    def __str__(self): return f"{self.owner}: {self.balance}"
a = Account("ann", 10)
print(a.deposit(5).withdraw(3).deposit(1), a.balance * (1 + a.interest))
for f in (lambda: a.withdraw(100), lambda: a.deposit(-1), lambda: a.deposit("x"), lambda: a.nothing, lambda: Account()):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
