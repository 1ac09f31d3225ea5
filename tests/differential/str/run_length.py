def encode(s):
    out, prev, n = [], None, 0
    for c in s + "\0":
        if c == prev:
            n += 1
        else:
            if prev is not None:
                out.append((prev, n))
            prev, n = c, 1
    return out
def decode(p): return "".join(c * n for c, n in p)
for s in ("", "a", "aaabbc", "ééé日", "abab"):
    e = encode(s)
    print(e, "".join(f"{n}{c}" for c, n in e), decode(e) == s)
