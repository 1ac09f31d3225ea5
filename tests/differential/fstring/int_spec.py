values = [0, 1, -1, 42, -1234567, 10**20, 255]
for spec in ("", "d", "5", "5d", "<5", ">5", "^5", "=5", "05", "+", "-", " ", "+05", "b", "o", "x", "X", "#b", "#o", "#x", "#X", "#010x", "010b", ",", "_", "_b", "_x", ",d", "015,", "*>10", "é^9", "=+10", "e", ".2e", "f", ".3f", "g", "%", ".1%", "n", "c", "<+8", "x<6", "#_b", "08_x", "0>6", "0<6", "0=6"):
    row = []
    for v in values:
        try:
            row.append(format(v, spec))
        except Exception as e:
            row.append(f"{type(e).__name__}: {e}")
    print(repr(spec), row)
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: f"{5:s}")
attempt(lambda: f"{5:.2}")
attempt(lambda: f"{5:.2d}")
attempt(lambda: f"{5:,b}")
attempt(lambda: f"{5:,_}")
attempt(lambda: f"{5:+c}")
attempt(lambda: f"{-1:c}")
attempt(lambda: f"{0x110000:c}")
attempt(lambda: f"{5:abc}")
attempt(lambda: f"{5:#c}")
attempt(lambda: f"{5:10.}")
attempt(lambda: f"{5:y}")
attempt(lambda: format(5, "1" * 25))
