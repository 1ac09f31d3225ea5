log = []
class R:
    def __init__(self, n): self.n = n
    def __enter__(self): log.append(f"+{self.n}"); return self
    def __exit__(self, *a): log.append(f"-{self.n}"); return self.n == "swallow"
def f(kind):
    try:
        with R("a"), R("b") as b:
            try:
                if kind == "raise": raise ValueError(b.n)
                if kind == "return": return "returned"
            finally:
                log.append("inner")
            log.append("body end")
    except ValueError as e:
        log.append(f"caught {e}")
    else:
        log.append("else")
    finally:
        log.append("outer")
    return "end"
for k in ("", "raise", "return"):
    print(f(k), log)
    log.clear()
with R("swallow"):
    1 / 0
print(log)
