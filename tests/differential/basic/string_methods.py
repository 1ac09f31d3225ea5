s = "Hello World"
print(s.upper(), s.lower(), s.split(), s.replace("o", "0"), s.find("W"))
print(",".join(["a", "b"]), "x".center(5, "-"), s.startswith("He"))
