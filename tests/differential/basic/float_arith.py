x = 1.5
y = 0.25
print(x + y, x - y, x * y, x / y)
