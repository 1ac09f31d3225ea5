def cents(x):
    return round(x * 100)
def split(total, n):
    base, rest = divmod(total, n)
    return [base + (i < rest) for i in range(n)]
print(split(100, 3), split(7, 7), split(5, 10), sum(split(9999, 13)))
def loan(principal, rate, months):
    payment = round(principal * rate / (1 - (1 + rate) ** -months))
    rows, balance = [], principal
    for m in range(1, months + 1):
        interest = round(balance * rate)
        part = min(payment - interest, balance)
        balance -= part
        rows.append((m, interest, part, balance))
    return payment, rows
p, rows = loan(1000000, 0.01, 12)
print(p)
for m, i, c, b in rows:
    print(f"{m:2} {i / 100:9,.2f} {c / 100:10,.2f} {b / 100:11,.2f}")
print(f"{sum(r[1] for r in rows) / 100:.2f}", [round(x, 1) for x in (0.25, 0.35, 0.45, 2.5, 1e16)], [round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5)], cents(1.005), cents(2.675), round(1e300, -299))
def compound(p, r, n):
    return [round(p * (1 + r / n) ** (n * t), 2) for t in range(5)]
print(compound(1000, 0.05, 12))
change = {}
left = 1887
for coin in (2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1):
    if n := left // coin:
        change[coin] = n
        left %= coin
print(change)
