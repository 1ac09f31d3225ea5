def solve(a, b, c):
    d = b * b - 4 * a * c
    if d >= 0:
        r = d ** 0.5
        return ((-b + r) / (2 * a), (-b - r) / (2 * a))
    r = complex(0, (-d) ** 0.5)
    return ((-b + r) / (2 * a), (-b - r) / (2 * a))
print(solve(1, -3, 2))
print(solve(1, 2, 5))
print(solve(1, 0, 4))
def escapes(c, limit=40):
    z = 0j
    for n in range(limit):
        z = z * z + c
        if abs(z) > 2:
            return n
    return limit
for y in range(-4, 5):
    print("".join(" .:-=+*#%@"[min(9, escapes(complex(x / 8, y / 3.5)))] for x in range(-17, 6)))
total = sum([1j, 2, 3.5, 1 - 1j])
print(total, sum([1j] * 4), sorted([3 + 1j, 1 - 2j], key=abs), max([1j, 2 + 2j], key=abs))
print({1j: "i", 1 + 0j: "one"}[1], 1j in {1j}, 2 in [2 + 0j])
z = 1 + 1j
z *= z
z += 1
z -= 2j
z /= 2
print(z)
