a = [1, 2, 3]
a.append(4)
print(a, len(a), a[0], a[-1], a[1:3])
a[0] = 10
print(a, 3 in a)
