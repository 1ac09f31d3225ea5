def gcd(a, b):
    while b: a, b = b, a % b
    return abs(a)
def lcm(*ns):
    r = 1
    for n in ns: r = r * n // gcd(r, n)
    return r
print(gcd(48, 36), gcd(-12, 18), gcd(0, 5), gcd(0, 0), gcd(2**80, 6**40) == 2**40, lcm(*range(1, 30)), lcm(4, 6), lcm())
