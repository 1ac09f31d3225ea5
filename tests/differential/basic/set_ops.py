s = {1, 2}
s.add(3)
s.add(1)
print(len(s), 2 in s, 5 in s, sorted(s))
