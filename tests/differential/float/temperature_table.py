for c in range(-40, 121, 20):
    f = c * 9 / 5 + 32
    print(f"{c:>5} C {f:>7.1f} F {c + 273.15:>8.2f} K {'freezing' if c <= 0 else 'boiling' if c >= 100 else ''}".rstrip())
