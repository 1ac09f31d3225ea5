class Growing:
    def __init__(self): self.items = [1]
    def __iter__(self): return iter(self.items)
g = Growing()
for x in g:
    if x < 20:
        g.items.append(x * 2)
print(g.items)
d = {i: i for i in range(5)}
for k in list(d):
    if k % 2: del d[k]
    else: d[k + 10] = k
print(d)
s = set(range(5))
for x in sorted(s):
    s.discard(x)
    s.add(x + 100)
print(sorted(s))
l = [[1], [2], [3]]
for sub in l:
    sub.append(len(l))
    l = l[1:] if len(l) > 1 else l
print(l)
it = iter(range(10))
for x in it:
    print(x, next(it, None), end=" ")
print()
a = list("abcdef")
for i, c in enumerate(a):
    if i < 3: a[-i - 1], a[i] = a[i], a[-i - 1]
print(a)
stack = [1]
while stack:
    x = stack.pop()
    if x < 30: stack += [x * 2, x * 3]
    else: print(x, end=" ")
print()
z = zip(it2 := iter("abcdefg"), it2)
print(list(z))
def consume(it):
    for x in it:
        yield x
        next(it, None)
print(list(consume(iter(range(9)))))
m = map(lambda x: a.append(x) or len(a), [1, 2, 3])
print(next(m), len(a), list(m), len(a))
q = [3, 1, 2]
q.sort(key=lambda x, n=[0]: n.__setitem__(0, n[0] + 1) or (x, n[0]))
print(q)
del a[:]
for x in a or ["empty"]: print(x)
w = [1, 2, 3, 4]
w[:] = (x for x in w if x % 2 == 0)
print(w)
w *= 2
w[1:3] = w
print(w)
