def solve(n):
    solutions = []
    def place(row, cols, d1, d2, board):
        if row == n:
            solutions.append(board)
            return
        for c in range(n):
            if c not in cols and row + c not in d1 and row - c not in d2:
                place(row + 1, cols | {c}, d1 | {row + c}, d2 | {row - c}, board + (c,))
    place(0, frozenset(), frozenset(), frozenset(), ())
    return solutions
for n in range(1, 8):
    s = solve(n)
    print(n, len(s), s[0] if s else None)
for row in solve(6)[0]:
    print("".join("Q" if c == row else "." for c in range(6)))
def bits(n, row=0, cols=0, d1=0, d2=0):
    if row == n:
        return 1
    count, free = 0, ~(cols | d1 | d2) & (1 << n) - 1
    while free:
        bit = free & -free
        free ^= bit
        count += bits(n, row + 1, cols | bit, (d1 | bit) << 1, (d2 | bit) >> 1)
    return count
print([bits(n) for n in range(1, 9)])
