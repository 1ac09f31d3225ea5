a = []
f = a.append
f(1)
f(2)
print(a)
