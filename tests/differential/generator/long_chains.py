# skip-wasm: 20000 nested calls are more than a browser's stack holds
# skip-stress: makes long chains of objects, which takes minutes when each allocation collects
g = iter([1])
def wrap(g):
    yield from g
for i in range(50000): g = wrap(g)
del g
g = iter([1])
for i in range(50000): g = (x for x in g)
del g
e = None
for i in range(100000):
    n = ValueError(i)
    n.__context__ = e
    e = n
del e, n
import sys
sys.setrecursionlimit(30000)
def f(n):
    if n == 0: raise KeyError
    f(n-1)
try: f(20000)
except KeyError as e:
    t = e.__traceback__; c = 0
    while t: t = t.tb_next; c += 1
    print(c)
def gen(n):
    if n: yield from gen(n-1)
    yield n
print(sum(gen(900)))
it = gen(500)
for _ in range(10): next(it)
del it
mods = [type(sys)('m%d'%i) for i in range(1000)]
for a, b in zip(mods, mods[1:]): a.next = b
del mods, a, b
class Node: pass
head = None
for i in range(200000):
    n = Node(); n.next = head; head = n
del head, n
print('done')
