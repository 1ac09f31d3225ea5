def compute():
    total = 5
    return totl + 1
print(compute())
