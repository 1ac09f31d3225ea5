x = 1
for i in range(80):
    x *= 2
print(x)
