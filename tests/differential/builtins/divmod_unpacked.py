# divmod() whose results are taken apart at once: no tuple is made. What its guards must notice.


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def parts(values, divisor):
    out = []
    for v in values:
        q, r = divmod(v, divisor)
        out.append((q, r, q * divisor + r == v))
    return out


def digits(n):
    out = []
    while n:
        n, d = divmod(n, 10)
        out.append(d)
    return out[::-1]


def whole(values, divisor):
    out = []
    for v in values:
        pair = divmod(v, divisor)
        q, r = pair
        out.append((pair, q, r))
    return out


ints = [0, 1, 7, -1, -7, 2**40, -(2**40) - 1]
for divisor in (1, 2, 7, 10, -3, 2**45, 2**70, -(2**70), 0, 2.5, 0.0, True, False, "x"):
    print(divisor, attempt(parts, ints, divisor))
print(parts([2**62, -(2**63), 2**63 - 1, 2**64, 10**30], 7), attempt(parts, [1, 2.5, True, "x"], 2))
print(digits(1234567890), digits(10**25 + 7), whole([5, -5, 2.5], 3))


class Odd:
    def __divmod__(self, other):
        return "ab"

    def __rdivmod__(self, other):
        return (other, self, 3)

    def __mul__(self, other):
        return self

    def __add__(self, other):
        return self


print([row[0] for row in whole([Odd()], 2)], attempt(parts, [3], Odd()))


def clock(seconds):
    out = []
    for s in seconds:
        minutes, s = divmod(s, 60)
        hours, minutes = divmod(minutes, 60)
        (days, hours) = divmod(hours, 24)
        out.append(f"{days}d {hours:02}:{minutes:02}:{s:02}")
    return out


print(clock([0, 59, 60, 3599, 3600, 86399, 86400, 1000000]))


def replaced(n):
    global divmod
    out = []
    for i in range(n):
        if i == 2:
            divmod = lambda a, b: (b, a)
        q, r = divmod(i, 3)
        out.append((q, r))
    globals().pop("divmod", None)
    return out


print(replaced(4), replaced(2), parts([8], 3))


def triple(n):
    global divmod
    divmod = lambda a, b: (a, b, 0)
    try:
        for i in range(n):
            q, r = divmod(i, 3)
    finally:
        globals().pop("divmod", None)


print(attempt(triple, 2))
