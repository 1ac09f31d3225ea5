def integrate(f, a, b, n):
    h = (b - a) / n
    return h / 3 * (f(a) + f(b) + 4 * sum(f(a + i * h) for i in range(1, n, 2)) + 2 * sum(f(a + i * h) for i in range(2, n, 2)))
print(round(integrate(lambda x: x * x, 0, 3, 100), 9), round(integrate(lambda x: 1 / x, 1, 2, 1000), 9), round(integrate(lambda x: x ** 0.5, 0, 4, 2000), 4))
def derivative(f, x, h=1e-6): return (f(x + h) - f(x - h)) / (2 * h)
print(round(derivative(lambda x: x ** 3, 2), 4), round(derivative(lambda x: 1 / x, 4), 5))
x = 1.0
for _ in range(6):
    x -= (x ** 3 - 2) / (3 * x * x)
    print(x)
