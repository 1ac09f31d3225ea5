n = 42
print(f"n is {n}, twice {n * 2}")
