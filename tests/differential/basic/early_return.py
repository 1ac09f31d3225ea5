def find(items, x):
    for i in items:
        if i == x:
            return True
    return False
print(find([1, 2], 2), find([], 1))
