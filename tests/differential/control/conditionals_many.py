def grade(s):
    if s >= 90:
        g = "A"
    elif s >= 80:
        g = "B"
    elif s >= 70:
        g = "C"
    else:
        g = "F"
    if s % 10 >= 7 and g not in ("A", "F"):
        g += "+"
    elif s % 10 <= 2 and g != "F":
        g += "-"
    return g
print([(s, grade(s)) for s in range(65, 101, 4)])
def fizz(n):
    return "FizzBuzz" if n % 15 == 0 else "Fizz" if n % 3 == 0 else "Buzz" if n % 5 == 0 else str(n)
print(" ".join(fizz(i) for i in range(1, 31)))
def leap(y): return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)
print([y for y in (1900, 1996, 2000, 2023, 2024, 2100) if leap(y)])
def days(m, y):
    if m == 2: return 29 if leap(y) else 28
    return 30 if m in (4, 6, 9, 11) else 31
print([days(m, 2024) for m in range(1, 13)], sum(days(m, 2023) for m in range(1, 13)))
def weekday(y, m, d):
    if m < 3: y, m = y - 1, m + 12
    return (d + 13 * (m + 1) // 5 + y + y // 4 - y // 100 + y // 400) % 7
print([weekday(2024, m, 1) for m in range(1, 13)])
def roman(n):
    out = ""
    for v, s in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while n >= v:
            out += s
            n -= v
    return out
print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)])
def unroman(s):
    vals = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    total = 0
    for a, b in zip(s, s[1:] + "I"):
        total += vals[a] if vals[a] >= vals[b] else -vals[a]
    return total
print(all(unroman(roman(n)) == n for n in range(1, 500)))
def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps
print([collatz(n) for n in range(1, 20)], max(range(1, 1000), key=collatz))
