# stdin: Ann\n42\n  spaced  \n\nlast
name = input("name? ")
print("hello", name)
n = int(input())
print(n + 1)
print(repr(input("")))
print(repr(input()))
print(repr(input(">>> ")))
try:
    input("more? ")
except EOFError as e:
    print(type(e).__name__, e)
