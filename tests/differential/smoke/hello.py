print("hello, world")
print(2**100, 1/3, [1, (2,), {"a": {3}}], "é", hash("abc"))
import sys
print(sys.maxsize)
x = {}
x["missing"]
