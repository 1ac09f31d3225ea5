if (n := len("hello")) > 3: print("long", n)
print((y := 5), y, [z := 1, z + 1, (z := z + 5)], z)
data = [1, 5, 3, 8]
print([sq for v in data if (sq := v * v) > 8], sq, any((hit := v) > 4 for v in data), hit)
i = 0
while (i := i + 1) < 4: print(i, end=" ")
print()
def f(a, b=(c := 10)): return a + b + c
print(f(1), c, f(a=(q := 2)), q)
it = iter("abc")
while (ch := next(it, None)) is not None: print(ch, end="")
print()
print({(k := "key"): (v := "val")}, k, v, f"{(w := 3)} {w:>{(p := 5)}}", p)
x = (a := 1, b := 2)
print(x, a, b)
def scope():
    total = 0
    [total := total + v for v in range(5)]
    return total
print(scope())
def nested():
    return [[(last := (i, j)) for j in range(2)] for i in range(2)], last
print(nested())
print((lambda: (m := 4) + m)(), (t := 1) if (u := 0) else (w2 := "else"), w2)
if not (r := None) and (s := [1]): print(r, s)
print(max(g := [3, 1, 2]), g, (h := [1, 2])[0], h, -(neg := 4), neg, (bb := True) and (cc := "and"), cc)
assert (ok := 1)
def gen():
    while (got := (yield)) != "end":
        print("got", got)
e = gen()
next(e)
e.send(1)
try:
    e.send("end")
except StopIteration:
    print("ended")
print([(k2, n2) for k2 in "ab" if (n2 := k2 * 2)], len(big := list(range(100))), sum(big))
