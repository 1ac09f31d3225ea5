import sys
from keyword import iskeyword

print("hello, bare world")
print(f"{sys.version_info[0]}.{sys.version_info[1]}", 42 if iskeyword("lambda") else 0)
