rows = [("apple", 3, 1.5), ("banana", 12, 0.25), ("cherry pie", 100, 12.999), ("日本", 7, 1e6)]
print(f"{'name':<12}|{'qty':>5}|{'price':>12}")
print(f"{'':-<12}+{'':->5}+{'':->12}")
for name, qty, price in rows:
    print(f"{name:<12}|{qty:>5d}|{price:>12,.2f}")
total = sum(q * p for _, q, p in rows)
print(f"{'total':=^20} {total:>15,.3f} {total:.3e} {total:g}")
for i in range(1, 6):
    print("".join(f"{i * j:4d}" for j in range(1, 6)), f"{i:02d}:{i * 7 % 60:02d}", f"{i / 7:.1%}", f"{i:>{i}}", f"{2 ** (i * 10):,}")
widths = [max(len(str(r[k])) for r in rows) for k in range(3)]
print(widths)
for r in rows:
    print(" ".join(f"{str(v):>{w}}" for v, w in zip(r, widths)))
print(f"{3.0} {3} {3.5:g} {1e16} {1e15} {1.0:g} {100000.0:g} {1000000.0:g} {0.0001:g} {0.00001:g}")
