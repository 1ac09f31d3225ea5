# % and // of floats in hot loops: signs, zeros, infinities, NaN, ints among them, and divisors of zero.
inf, nan = float("inf"), float("nan")


def rests(values, divisors):
    out = []
    for x in values:
        for y in divisors:
            out.append((x % y, x // y))
    return out


def wrap(angle, step, rounds):
    seen = []
    for _ in range(rounds):
        angle = (angle + step) % 360.0
        seen.append(angle)
    return seen


def halves(numbers):
    return [(n % 0.5, n // 0.5, 7.5 % n, 7.5 // n) for n in numbers]


def updated(x, y, rounds):
    for _ in range(rounds):
        x //= y
        x += 10.75
        x %= y
    return x


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def texts(pattern, values):
    return [pattern % value for value in values]


values = [0.0, -0.0, 1.0, -1.0, 0.1, -0.1, 5.5, -5.5, 1e300, -1e300, 5e-324, 3.0, 2.5, -7.25]
divisors = [1.0, -1.0, 0.1, -0.1, 3.0, -3.0, 1e-300, 1e300, inf, -inf, 5e-324]
for x in values:
    print(x, rests([x], divisors))
print(rests([inf, -inf, nan], [1.0, -1.0, inf, nan]), rests([1.0, -1.0], [nan]))
print(wrap(350.0, 47.5, 12), wrap(-10.0, -123.25, 6))
print(halves([1, 2, 3, -4, True, 2**60 + 1, 2**53 + 1]), attempt(halves, [1, 0]), attempt(halves, [2**1100]))
print(updated(100.0, 7.5, 5), updated(100, 7.5, 5), updated(-3.5, -2.25, 4), updated(10, 3, 3))
print(attempt(rests, [1.0], [2.0, 0.0]), attempt(rests, [1.0], [-0.0]), attempt(rests, [1.0], [0]))
print(attempt(rests, [1.0, "a"], [2.0]), attempt(rests, [1.0], [2.0, None]), rests([1.5, 2, 2**70], [2.0, 3, True]))
print(texts("%s", [1.5, 2]), texts("%.2f", [1.5, 2.25]), texts("%d", [3.7, 4]))
