t = (1, "a", 2.5)
print(t, len(t), t[1])
a, b, c = t
print(a, b, c)
