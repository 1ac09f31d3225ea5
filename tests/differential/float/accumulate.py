x = 0.0
for i in range(1, 1001):
    x += 1.0 / i
print(x)
y = 0.0
for i in range(1000, 0, -1):
    y += 1.0 / i
print(y, x == y, x - y)
def newton(n):
    guess = n / 2
    steps = []
    while True:
        better = (guess + n / guess) / 2
        steps.append(better)
        if abs(better - guess) < 1e-12:
            return steps
        guess = better
print(newton(2.0))
print(newton(10))
def horner(coefficients, x):
    result = 0.0
    for c in coefficients:
        result = result * x + c
    return result
print([horner([1, -6, 11, -6], t / 2) for t in range(10)])
print(sum([0.1] * 3), sum([1e16, 1.0, -1e16]), sum([0.1, 0.2, 0.3, 1]), sum([1, 2.5, 3]), sum([], 0.5))
h, t = 1.0, 0
while h + 1.0 > 1.0:
    h /= 2
    t += 1
print(h, t)
print(max(1.5, 2, 1.9), min(0.1, -0.0, 0.0), abs(-0.0), abs(-2.5), sorted([2.5, -1, 3, 0.5]))
