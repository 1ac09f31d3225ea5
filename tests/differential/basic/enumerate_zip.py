for i, c in enumerate("ab"):
    print(i, c)
for a, b in zip([1, 2], ["x", "y"]):
    print(a, b)
