# stdin: first line\nsecond\n\nfourth é日\nno newline at end
import sys
for i, line in enumerate(sys.stdin):
    print(i, repr(line), len(line))
print(repr(sys.stdin.read()), repr(sys.stdin.readline()))
