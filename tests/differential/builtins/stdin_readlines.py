# stdin: a\nb\nc
import sys
print(sys.stdin.readline().strip())
rest = sys.stdin.readlines()
print(rest)
print(sys.stdin.readlines())
