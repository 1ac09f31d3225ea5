log = []
def t(x):
    log.append(x)
    return x
def flush(r):
    print(r, log)
    log.clear()
flush(t(1) and t(2))
flush(t(0) and t(2))
flush(t(1) or t(2))
flush(t(0) or t(2))
flush(t(0) or t("") or t([]))
flush(t(1) and t(0) or t(3))
flush(t(0) and t(1) or t(3))
flush(not t(0) and not t(1))
flush(t(1) if t(0) else t(2))
flush((t(1) or t(2)) and (t(0) or t(5)))
flush(t(1) < t(2) < t(3))
flush(t(1) > t(2) > t(3))
flush(t(1) < t(3) > t(2))
flush(all(t(x) for x in (1, 2, 0, 3)))
flush(any(t(x) for x in (0, 0, 4, 5)))
x = None
flush(x is not None and x > 5)
if t(1) and not t(0):
    flush("both")
while t(0) or t(len(log) < 3):
    pass
flush("while")
assert t(1) or t(2), t("never")
flush("assert")
