for i in range(3):
    print(i, end=" ")
else:
    print("for else")
for i in range(5):
    if i == 2: break
else:
    print("not printed")
print(i)
n = 3
while n:
    n -= 1
    if n == 1: continue
    print("n", n)
else:
    print("while else", n)
while True:
    n += 1
    if n > 3: break
else:
    print("not printed")
for i in []:
    pass
else:
    print("empty else")
for i in range(3):
    for j in range(3):
        if j == 1: continue
        if i == 1: break
        print(i, j)
    else:
        print("inner else", i)
def find(x, seq):
    for i, v in enumerate(seq):
        if v == x: return i
    else:
        return -1
print(find(3, [1, 2, 3]), find(9, [1]))
primes = []
for n in range(2, 40):
    for p in primes:
        if n % p == 0: break
    else:
        primes.append(n)
print(primes)
for i in (x := [1, 2, 3]):
    x[0] = 9
print(x, i)
for a, (b, *c) in [(1, (2, 3, 4)), (5, "xy")]:
    print(a, b, c)
for d["k"] in [1] if (d := {}) is not None else []:
    print(d)
while (line := "abc"[n % 3]) != "c" and n < 60:
    n += 1
print(line, n)
for x in "ab", [1], (2,): print(x)
k = 0
while k < 3: k += 1
else: print("done", k)
for _ in range(2): pass
for i in range(3):
    try:
        continue
    finally:
        print("c", i)
if 1: print("one line")
if 0: pass
elif 1: print("elif")
else: print("no")
