for n in (0, 5, 1234, -98765.4321, 1e9, 0.000123):
    print(f"{n:,}", f"{n:.2f}", f"{n:e}", f"{n:g}", f"{n:+.1f}", f"{n:>15,.3f}", f"{n:<12}|", f"{n:^12.4g}|", f"{n:012.2f}", f"{n:%}")
def human(b):
    for unit in ("B", "KB", "MB", "GB"):
        if abs(b) < 1024: return f"{b:.1f} {unit}" if unit != "B" else f"{b} B"
        b /= 1024
    return f"{b:.1f} TB"
print([human(x) for x in (0, 1023, 1024, 1536, 10**6, 10**9, 10**13)])
