# stdin: 3\n1 2 3\n4 5 6\n7 8 9\n
import sys
data = sys.stdin.read()
print(repr(data))
lines = data.splitlines()
n = int(lines[0])
m = [list(map(int, l.split())) for l in lines[1:1 + n]]
print(m, [sum(r) for r in m], [list(c) for c in zip(*m)])
