for x in (0.0, 0.9, -0.9, 1e15, 1e16, 1.5e300, 2.0**53, -2.0**63):
    print(x, int(x), x == int(x), float(int(x)) == x)
for n in (0, 1, 2**53, 2**53 + 1, 10**22, 10**23, -10**300):
    print(n, float(n), int(float(n)) == n)
