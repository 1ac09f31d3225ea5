for x in [1, "two", 3.0]:
    print(x)
