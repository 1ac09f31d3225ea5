a = [1, 2, 3]
i = 0
while True:
    try:
        print(a[i], end=" ")
        i += 1
    except IndexError as e:
        print(e, i)
        break
for k in (-3, -4, 2, 3):
    try:
        a[k] *= 10
    except IndexError as e:
        print(k, e)
print(a)
try:
    a[0][0]
except TypeError as e:
    print(e)
try:
    a.append(1).sort()
except AttributeError as e:
    print(e)
