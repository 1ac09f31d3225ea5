# stdin: add 1 2\nmul 3 4\nbad\nadd x 1\nquit\nnever read
import sys
while True:
    try:
        line = input()
    except EOFError:
        print("eof")
        break
    if line == "quit":
        print("bye")
        break
    try:
        op, a, b = line.split()
        a, b = int(a), int(b)
    except ValueError as e:
        print("error:", e)
        continue
    print(a + b if op == "add" else a * b)
print(repr(sys.stdin.readline()), repr(sys.stdin.readline()))
