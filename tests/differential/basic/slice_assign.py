a = [1, 2, 3, 4]
a[1:3] = [9]
print(a)
del a[0]
print(a)
