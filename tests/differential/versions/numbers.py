"""Variables whose kinds change on the way: every guard's other side is taken."""


def overflowing(n):
    x = 1
    total = 0
    for i in range(n):
        x = x * 3 + i
        total += x
    return x, total


print(overflowing(10), overflowing(39), overflowing(45))


def turns_float(n):
    x = 0
    for i in range(n):
        if i == n // 2:
            x = x + 0.5
        x += i
    return x


print(turns_float(9), turns_float(10))


def turns_str(items):
    acc = 0
    for item in items:
        try:
            acc = acc + item
        except TypeError as error:
            acc = str(acc) + "|" + str(item) + "|" + str(error)
    return acc


print(turns_str([1, 2.5, True, 10**20, "x", "y", 3]))


def mixed(a, b):
    out = []
    for operation in range(9):
        try:
            if operation == 0:
                r = a + b
            elif operation == 1:
                r = a - b
            elif operation == 2:
                r = a * b
            elif operation == 3:
                r = a / b
            elif operation == 4:
                r = a // b
            elif operation == 5:
                r = a % b
            elif operation == 6:
                r = a << b
            elif operation == 7:
                r = a >> b
            else:
                r = (a < b, a <= b, a == b, a != b, a > b, a >= b)
        except Exception as error:
            r = type(error).__name__ + ": " + str(error)
        out.append(r)
    return out


VALUES = [0, 1, -1, 2, 63, 64, -7, 2**48, -2**48, 2**48 - 1, 2**62, 2**63 - 1, -2**63, 2**63, 2**53, 2**53 + 1,
          0.0, -0.0, 1.5, -2.5, 1e300, float("inf"), float("-inf"), 9007199254740992.0, True, False]
for a in VALUES:
    for b in VALUES:
        if isinstance(b, int) and b > 100 and a:
            if abs(b) > 2**20:
                try:
                    print(a, b, a + b, a - b, a * b, a < b, a == b, a >= b, -a if a != 0 else 0)
                    print(a / b, a // b, a % b)
                except (OverflowError, ZeroDivisionError) as error:
                    print(error)
                continue
        print(a, b, mixed(a, b))


def powers(x):
    return x**1, x**2, x**3, x**4, x**0, x**-1 if x else None


for v in [0, 3, -3, 2**20, 2**31, 2**40, 1.5, 10**30, True]:
    print(powers(v))


def bits(a, b):
    return a & b, a | b, a ^ b, ~a, -a, +a


for a in [0, 5, -5, 2**63 - 1, -2**63, 2**64]:
    for b in [0, 3, -3, 2**62]:
        print(bits(a, b))


def shifts(a):
    return [a << n for n in (0, 1, 10, 61, 62, 63, 64, 100)], [a >> n for n in (0, 1, 10, 62, 63, 64, 100)]


print(shifts(1), shifts(-1), shifts(2**40), shifts(-2**62 + 1))


def identity(n):
    x = n * 2**40
    y = x
    return x is y, x is x, x == y


print(identity(3), identity(2**10), identity(2**30))


def truths(a):
    out = []
    for v in (a, a - a, a * 0.0):
        if v:
            out.append(1)
        if not v:
            out.append(0)
        out.append(v and "yes" or "no")
    return out


print(truths(3), truths(0), truths(2.5), truths(10**25))
