# Loops over ranges whose step is a variable: above zero, below, zero, large, and no int at all.


def items(start, stop, step):
    out = []
    for i in range(start, stop, step):
        out.append(i)
        if len(out) > 5:
            break
    return out


def marks(n, steps):
    flags = [0] * n
    for step in steps:
        for i in range(step * step, n, step):
            flags[i] += step
    return flags


def changing(n):
    total = 0
    step = 1
    for i in range(0, n, step):
        step += 1
        for j in range(i, n, step):
            total += j
            step = step + 1 if step < 9 else 2
    return total


def attempt(*arguments):
    try:
        return items(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Index:
    def __index__(self):
        return 3


most = 2**63 - 1
for arguments in (
    (0, 10, 3), (0, 10, 1), (10, 0, -3), (10, 0, -1), (0, 10, -1), (10, 0, 1), (5, 5, 2), (0, 10, 0), (0, 10, most),
    (most - 10, most, 4), (most - 2, most, most), (-most, most, most), (most, 0, most), (most, -most, -most),
    (-most - 1, most, 2**62), (0, 2**70, 2**69), (2**64, 2**64 + 9, 4), (0, 10, True), (0, 10, False), (0, 10, 2.0),
    (0, 10, "1"), (0, 10, None), (0, 10, Index()), (0, 2**63, 2**62), (0, 7, 2**63),
):
    print(arguments[:2], attempt(*arguments))
print(marks(40, [2, 3, 5]), changing(30))
