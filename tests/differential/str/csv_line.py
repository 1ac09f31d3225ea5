def parse(line):
    out, cur, q = [], "", False
    for c in line:
        if c == '"': q = not q
        elif c == "," and not q: out.append(cur); cur = ""
        else: cur += c
    return out + [cur]
def quote(f): return f'"{f}"' if "," in f or " " in f else f
for l in ("a,b,c", '"x,y",z', ",,", "", 'one "two, three",four'):
    p = parse(l)
    print(p, ",".join(map(quote, p)))
