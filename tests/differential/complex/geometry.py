pts = [complex(x, y) for x, y in ((0, 0), (4, 0), (4, 3))]
print([abs(b - a) for a, b in zip(pts, pts[1:] + pts[:1])], sum(pts) / len(pts), [p * 1j for p in pts], [(p * 1j ** 4) == p for p in pts], max(pts, key=abs))
z = 1
powers = [z := z * (1 + 1j) for _ in range(8)]
print(powers, [p.real for p in powers], (2 + 3j).conjugate() * (2 + 3j))
