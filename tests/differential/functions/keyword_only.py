def connect(host, *, port=80, secure=False, **extra): return f"{'https' if secure else 'http'}://{host}:{port}" + (f" {extra}" if extra else "")
print(connect("a"), connect("b", port=1), connect("c", secure=True, t=5), connect(host="d", port=2))
for f in (lambda: connect(), lambda: connect("a", 80), lambda: connect("a", host="b"), lambda: connect("a", 1, 2, 3), lambda: connect(port=1)):
    try:
        f()
    except TypeError as e:
        print(e)
