x = 5
print("odd" if x % 2 else "even")
