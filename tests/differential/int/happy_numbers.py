def happy(n):
    seen = set()
    while n != 1 and n not in seen:
        seen.add(n)
        n = sum(int(c) ** 2 for c in str(n))
    return n == 1
print([n for n in range(1, 101) if happy(n)])
def kaprekar(n):
    steps = 0
    while n != 6174:
        s = f"{n:04d}"
        n = int("".join(sorted(s, reverse=True))) - int("".join(sorted(s)))
        steps += 1
        if n == 0: return None
    return steps
print([kaprekar(n) for n in (3524, 1111, 9831, 6174, 2111)])
