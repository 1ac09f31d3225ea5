def snake(s): return "".join("_" + c.lower() if c.isupper() else c for c in s).lstrip("_")
def camel(s): return "".join(w.capitalize() for w in s.split("_"))
for s in ("HelloWorld", "XMLParser", "aB", "", "already_snake"):
    print(s, snake(s), camel(snake(s)), s.swapcase(), s.title())
