def f():
    a, b, c, d, e = 1, 2, 3, 4, 5
    g, h, i, j, k = a + b, b + c, c + d, d + e, e + a
    return (a, b, c, d, e, g, h, i, j, k)
print(f())
