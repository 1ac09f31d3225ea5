def clean(s): return "".join(c for c in s.casefold() if c.isalnum())
for s in ("A man, a plan, a canal: Panama", "Was it a car?", "", "No lemon, no melon", "été"):
    t = clean(s)
    print(repr(s), t, t == t[::-1], all(t[i] == t[-i - 1] for i in range(len(t) // 2)))
