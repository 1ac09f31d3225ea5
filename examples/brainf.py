"""An interpreter for the language of eight characters, with jumps resolved and runs of moves folded.

usage: brainf.py [FILE] < input    (without a file: some built-in programs)
"""
import sys

ADD, MOVE, OUT, IN, JUMP_ZERO, JUMP_BACK, CLEAR = range(7)
NAMES = ["add", "move", "out", "in", "jz", "jnz", "clear"]

HELLO = """
++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++.
"""
COUNTDOWN = "++++++++[>+++++++>+<<-]>+>++[<.->-]"
REVERSE = ">,[>,]<[.<]"
UPPER = ",[>++++[<-------->-]<.,]"
GREETING = "++++++++++[>+++++++>++++++++++>+++>+<<<<-]>++.>+.+++++++..+++.>++.<<+++++++++++++++.>.+++.------.--------.>+."


class BrainError(Exception):
    pass


def compile_source(source):
    """A list of (operation, argument) pairs."""
    code = []
    opened = []
    for position, ch in enumerate(source):
        if ch in "+-":
            append_run(code, ADD, 1 if ch == "+" else -1)
        elif ch in "<>":
            append_run(code, MOVE, 1 if ch == ">" else -1)
        elif ch == ".":
            code.append((OUT, 0))
        elif ch == ",":
            code.append((IN, 0))
        elif ch == "[":
            opened.append((len(code), position))
            code.append((JUMP_ZERO, 0))
        elif ch == "]":
            if not opened:
                raise BrainError(f"unmatched ] at {position}")
            start, _ = opened.pop()
            if len(code) == start + 2 and code[-1] == (ADD, -1):
                code[start:] = [(CLEAR, 0)]
            else:
                code[start] = JUMP_ZERO, len(code)
                code.append((JUMP_BACK, start))
    if opened:
        raise BrainError(f"unmatched [ at {opened[-1][1]}")
    return code


def append_run(code, operation, amount):
    if code and code[-1][0] == operation:
        amount += code.pop()[1]
    if amount:
        code.append((operation, amount))


def run(code, data="", limit=5_000_000):
    """What the program prints, and after how many steps it ends."""
    tape = [0]
    place = index = steps = 0
    output = []
    source = iter(data)
    while index < len(code):
        operation, argument = code[index]
        if operation == ADD:
            tape[place] = (tape[place] + argument) % 256
        elif operation == MOVE:
            place += argument
            if place < 0:
                raise BrainError("left the tape")
            while place >= len(tape):
                tape.append(0)
        elif operation == JUMP_ZERO:
            if tape[place] == 0:
                index = argument
        elif operation == JUMP_BACK:
            if tape[place] != 0:
                index = argument
        elif operation == CLEAR:
            tape[place] = 0
        elif operation == OUT:
            output.append(chr(tape[place]))
        else:
            tape[place] = ord(next(source, "\0")) % 256
        index += 1
        steps += 1
        if steps > limit:
            raise BrainError(f"no end after {limit} steps")
    return "".join(output), steps, len(tape)


def listing(code):
    depth = 0
    for operation, argument in code:
        depth -= operation == JUMP_BACK
        yield "  " * depth + NAMES[operation] + (f" {argument}" if argument else "")
        depth += operation == JUMP_ZERO


def main():
    if len(sys.argv) > 1:
        with open(sys.argv[1]) as file:
            print(run(compile_source(file.read()), sys.stdin.read())[0], end="")
        return
    for title, source, data in (("hello", HELLO, ""), ("reverse", REVERSE, "!dlrow"), ("upper", UPPER, "shout"),
                                ("greeting", GREETING, ""), ("countdown", COUNTDOWN, "")):
        code = compile_source(source)
        text, steps, cells = run(code, data)
        print(f"{title}: {len(code)} operations, {steps} steps, {cells} cells")
        print(text.rstrip("\n"))
    print("\n".join(listing(compile_source("+++[>+[-]<-]."))))
    for bad in ("[[]", "+]", "<", "+[]"):
        try:
            print(run(compile_source(bad), limit=1000))
        except BrainError as e:
            print(f"{bad!r}: {e}")


if __name__ == "__main__":
    main()
