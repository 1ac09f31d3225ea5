def echo():
    received = None
    while True:
        received = yield received
        print("got", received)
        if received == "stop":
            return "done"
g = echo()
print(next(g), g.send(1), g.send("two"), g.send(None), next(g))
try:
    g.send("stop")
except StopIteration as e:
    print(e.value)
def average():
    total, n, avg = 0, 0, None
    while True:
        x = yield avg
        total += x
        n += 1
        avg = total / n
a = average()
next(a)
print([a.send(v) for v in (10, 20, 60)])
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: echo().send(5))
attempt(lambda: echo().send(None))
attempt(lambda: echo().send())
def expr():
    x = (yield 1) + (yield 2) * (yield 3)
    print("x", x)
    y = [(yield "a"), (yield "b")]
    print(y)
    print((yield), (yield "z"))
    return x
g = expr()
out = [next(g)]
for v in (10, 20, 30, "A", "B", "P", "Q"):
    try:
        out.append(g.send(v))
    except StopIteration as e:
        out.append(("ret", e.value))
print(out)
def selfsend():
    try:
        me.send(1)
    except ValueError as e:
        yield str(e)
me = selfsend()
print(next(me))
def running():
    yield from me2
me2 = running()
attempt(lambda: next(me2))
