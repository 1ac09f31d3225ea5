def render(t, **kw):
    out, i = "", 0
    while (j := t.find("{{", i)) != -1:
        k = t.index("}}", j)
        name, *filters = t[j + 2:k].strip().split("|")
        v = kw[name.strip()]
        for f in filters:
            v = getattr(str(v), f.strip())()
        out += t[i:j] + str(v)
        i = k + 2
    return out + t[i:]
print(render("Hi {{ name|upper }}, you are {{age}}! {{name|title|swapcase}}", name="ann lee", age=5))
try:
    render("{{x}}")
except KeyError as e:
    print("KeyError", e)
try:
    render("{{x", x=1)
except ValueError as e:
    print(e)
