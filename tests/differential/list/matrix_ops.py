m = [[i * 3 + j for j in range(3)] for i in range(3)]
print(m, [r[::-1] for r in m], [list(c) for c in zip(*m)], [m[i][i] for i in range(3)], sum(map(sum, m)), [max(c) for c in zip(*m)])
m[1][1] = "x"
m.append([0] * 3)
m[0], m[-1] = m[-1], m[0]
for row in m: print(" ".join(f"{v!s:>2}" for v in row))
copy = [r[:] for r in m]
copy[0][0] = 99
print(m[0][0], copy[0][0], m == copy, len(m), [len(r) for r in m])
