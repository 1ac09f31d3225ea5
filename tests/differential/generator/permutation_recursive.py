def perms(s):
    if len(s) < 2: yield s
    for i, c in enumerate(s):
        if len(s) > 1:
            for p in perms(s[:i] + s[i + 1:]): yield c + p
def hanoi(n, a, b, c):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield f"{a}{c}"
        yield from hanoi(n - 1, b, a, c)
def gray(n):
    if n == 0: yield ""
    else:
        prev = list(gray(n - 1))
        yield from ("0" + p for p in prev)
        yield from ("1" + p for p in reversed(prev))
print(list(perms("abc")), len(list(perms("abcdef"))), " ".join(hanoi(3, "A", "B", "C")), list(gray(3)))
