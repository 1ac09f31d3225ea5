print(min(3, 1, 2), max([1, 5, 2]), sum([1, 2, 3]))
