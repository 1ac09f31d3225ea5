def assemble(text):
    code, labels = [], {}
    for line in text.strip().splitlines():
        line = line.split(";")[0].strip()
        if not line:
            continue
        if line.endswith(":"):
            labels[line[:-1]] = len(code)
        else:
            op, *args = line.split()
            code.append((op, args))
    return [(op, [labels.get(a, a) for a in args]) for op, args in code]
def run(code, limit=10000):
    stack, variables, pc, steps, out = [], {}, 0, 0, []
    binary = {"add": lambda a, b: a + b, "sub": lambda a, b: a - b, "mul": lambda a, b: a * b, "lt": lambda a, b: int(a < b), "mod": lambda a, b: a % b}
    while pc < len(code):
        op, args = code[pc]
        pc += 1
        steps += 1
        if steps > limit:
            raise RuntimeError("too many steps")
        if op == "push":
            stack.append(int(args[0]))
        elif op == "load":
            stack.append(variables[args[0]])
        elif op == "store":
            variables[args[0]] = stack.pop()
        elif op in binary:
            b, a = stack.pop(), stack.pop()
            stack.append(binary[op](a, b))
        elif op == "jz":
            if not stack.pop():
                pc = args[0]
        elif op == "jmp":
            pc = args[0]
        elif op == "print":
            out.append(stack.pop())
        elif op == "dup":
            stack.append(stack[-1])
        else:
            raise ValueError(f"bad op {op}")
    return out, steps
FACT = """
push 1
store acc
push 10
store n
loop:           ; while n
load n
jz end
load acc
load n
mul
store acc
load n
push 1
sub
store n
jmp loop
end:
load acc
print
"""
print(run(assemble(FACT)))
for bad in ("push x", "pop", "load nope", "add", "l:\njmp l"):
    try:
        print(run(assemble(bad), 100))
    except Exception as e:
        print(type(e).__name__, e)
