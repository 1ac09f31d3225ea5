# x ** y of floats in hot loops: what leaves the normal numbers raises, or is a complex number, as anywhere.


def powers(values, exponent):
    result = []
    for value in values:
        try:
            power = value ** exponent
            result.append("complex" if isinstance(power, complex) else power)
        except (OverflowError, ZeroDivisionError) as error:
            result.append(type(error).__name__)
    return result


def total(n):
    result = 0.0
    for i in range(1, n):
        x = i * 0.1
        result += x ** 0.5 + x ** 1.5 - x ** -0.5 + x ** 2
    return result


inf, nan = float("inf"), float("nan")
numbers = [0.0, -0.0, 1.0, 2.0, 0.1, -2.0, 1e300, 1e-300, 5e-324, inf, -inf, nan, 3, 0, -3, True, 10**30]
for exponent in [0.5, -0.5, 1.5, 2.0, -2.0, 0.0, 1e300, inf, -inf, nan, 2, -1, 0, 200.5]:
    print(exponent, powers(numbers, exponent))
print(total(1000))


# Square roots: of random numbers of all sizes, and next to squares. pow() is not rounded correctly, so it is sometimes another
# number than the root; and the same whoever calls it.
def roots(n, half):
    state = 12345
    differ = 0
    for i in range(n):
        state = (state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        x = (state >> 11) / 9007199254740992.0 * 100.0 + 1e-9
        small = x * 1e-305
        large = x * 1e300
        square = float(i * i + 1)
        differ += (x ** 0.5 != x ** half) + (small ** 0.5 != small ** half) + (large ** 0.5 != large ** half)
        tiny = 5e-324 * (i + 1)
        differ += (square ** 0.5 != square ** half) + (tiny ** 0.5 != tiny ** half)
    return differ


print(roots(20000, 0.5 if numbers else 1))
