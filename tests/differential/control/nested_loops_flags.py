found = None
for a in range(1, 50):
    for b in range(a, 50):
        c2 = a * a + b * b
        c = int(c2 ** 0.5)
        if c * c == c2 and a + b + c == 60:
            found = a, b, c
            break
    if found: break
print(found)
for i in range(3):
    for j in range(3):
        for k in range(3):
            if k == j: break
            if (i + j + k) % 2: continue
            print(i, j, k, end="; ")
print()
count = 0
for _ in range(4):
    while True:
        count += 1
        if count % 3 == 0: break
    else: print("never")
print(count)
triangle = "\n".join("*" * n for n in range(1, 5))
print(triangle, "\n".join((" " * (3 - n) + "*" * (2 * n + 1)) for n in range(4)), sep="\n")
