b = b"abc"
print(b, b[0], len(b), b.decode())
