a = [1, 2, 3, 4]
for x in a:
    if x < 3:
        a.append(x + 10)
    print(x, end=" ")
print(a)
b = [1, 2, 3, 4, 5]
for x in b:
    b.remove(x)
print(b)
c = [1, 2, 3]
it = iter(c)
print(next(it))
c.clear()
print(list(it), list(it))
c.append(5)
print(list(it))
d = list(range(5))
for i, x in enumerate(d):
    d[i] = x * x
print(d)
r = reversed([1, 2, 3])
print(next(r), list(r), list(r))
e = [1, 2, 3]
e.extend(e)
print(e)
e.extend(x for x in e[:2])
e[1:1] = e
print(e)
class Evil:
    def __eq__(self, other):
        f.clear()
        return False
f = [1, 2, 3, 4]
print(Evil() in f, f)
g = [1, 2]
g += g
g *= 2
print(g, [x for x in g if g.count(x) > 1])
