from _collections import deque, _count_elements
def e(f):
    try: print(f())
    except BaseException as x: print(type(x).__name__, x)
d=deque('abc')
for f in [lambda:deque(1), lambda:deque([],-1), lambda:deque([],'a'), lambda:deque([],1.5), lambda:deque([],None), lambda:deque(maxlen=2), lambda:deque([1,2,3],2), lambda:deque(iterable=[1],maxlen=3), lambda:deque([],1,2), lambda:deque(x=1), lambda:deque().pop(), lambda:deque().popleft(), lambda:d[5], lambda:d['a'], lambda:d[0:1], lambda:d[-1], lambda:d[-4], lambda:d[10**30],
 lambda:d.__setitem__(5,1), lambda:d.__delitem__(7), lambda:d.index('z'), lambda:d.index('c',0,2), lambda:d.index('b',1), lambda:d.index('c',-1), lambda:d.remove('z'), lambda:d.insert(1,'x'), lambda:d, lambda:deque([1],1).insert(0,2), lambda:d.rotate('a'), lambda:d.rotate(1,2), lambda:d.rotate(), lambda:d, lambda:d.rotate(-2), lambda:d, lambda:d.count('a'), lambda:d.append(), lambda:d.append(1,2), lambda:d.extend(1), lambda:d.extendleft('xy'), lambda:d, lambda:d.reverse(), lambda:d, lambda:d.copy(), lambda:d+[1], lambda:d+deque([1]), lambda:d*2, lambda:2*d, lambda:d*-1, lambda:d*'a', lambda:deque([1,2],3)*2, lambda:d==deque(d), lambda:d==list(d), lambda:d<deque('zz'), lambda:d<[1], lambda:hash(d), lambda:d.maxlen, lambda:deque([],5).maxlen, lambda:setattr(d,'maxlen',1), lambda:deque[int], lambda:d.__reduce__()[:3], lambda:deque([1],3).__reduce__()[:3], lambda: type(iter(d)), lambda:type(reversed(d)), lambda:list(reversed(d)), lambda:iter(d).__length_hint__(), lambda: iter(d).__reduce__(), lambda:d.foo, lambda:deque, lambda:deque([deque([1],2)]), lambda:repr(deque([1],2)), lambda:'a' in d, lambda:d.insert('a',1), lambda:deque([1,2,3]).__iadd__([4]), lambda:d.__iadd__(1), lambda:d.__imul__(0), lambda:d, lambda:bool(d), lambda:len(d), lambda:d.clear(), lambda:deque.__init__(d,[1,2]), lambda:d, lambda:deque().__init__(), lambda:d.index(), lambda:d.index(1,'a'), lambda:deque.__doc__ is None, lambda:d.append.__doc__ is None,lambda:deque([1])+deque([2],1), lambda: deque([1],1)+deque([2]), lambda: deque([1,2,3]) .__mul__(2), lambda:d.pop(1), lambda:d.count()]:
    e(f)
d=deque([1,2,3])
def mut():
    for x in d: d.append(1)
e(mut)
d=deque([1,2,3])
class Ev:
    def __eq__(self,o): d.clear(); return False
e(lambda:d.remove(Ev())); d=deque([1,2,3]); e(lambda:d.index(Ev())); d=deque([1,2,3]); e(lambda:d.count(Ev())); d=deque([1,2,3]); e(lambda: Ev() in d)
r=deque(); r.append(r); print(r); r.clear()
d=deque([1,2],2); d.append(3); print(d); d.appendleft(0); print(d); d.extend([7,8,9]); print(d); d.extendleft('ab'); print(d); d+=d; print(d)
d=deque([1,2]); d.extend(d); d.extendleft(d); print(d)
class S(deque):
    def __init__(self,*a,k=1): super().__init__(*a); self.k=k
s=S([1],k=5); print(s, s.k, s.copy() , S([1])+S([2]), s*2, s.__reduce__()[:3])
print(deque([1,2])==S([1,2]))

import gc
class Node:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
gc.disable()
q = deque([Node("in a cycle")]); q.append(q); it = iter(q); q.append(it); del q, it
print(gc.collect() > 0)
gc.enable()
q = deque(range(5), maxlen=3)
q.append(Node("pushed out")); q.extend([1, 2]); print("before"); q.append(3); print("after", q)
big = deque()
for i in range(100000):
    big.append(i)
    if i % 3 == 0: big.popleft()
print(len(big), big[0], big[-1], sum(big), big[1000], big.index(50000))
for i in range(40000): big.appendleft(big.pop())
print(big[0], big[-1]); big.rotate(12345); print(big[0], big[-1]); big.rotate(-10**9); print(big[7])
for n in (0, 1, 2, 5):
    for r in (-7, -3, -1, 0, 1, 2, 3, 8):
        x = deque(range(n)); x.rotate(r); print(list(x), end=" ")
    print()
for i in range(-5, 6):
    x = deque("abcd"); x.insert(i, "X"); print("".join(x), end=" ")
print()
for i in range(-4, 4):
    x = deque("abcd"); del x[i]; print("".join(x), end=" ")
    x[i if i < 3 and i > -4 else 0] = "Y"; print("".join(x), end=" ")
print()
print(deque("abc") < deque("abd"), deque("ab") < deque("abc"), deque("b") > deque("abc"), deque() <= deque(), deque([1]) != deque([1.0]), sorted([deque([2]), deque([1, 5])]))
counts = {}
_count_elements(counts, "abracadabra")
print(counts)
class Counter(dict):
    def get(self, key, default=None):
        return super().get(key, 10)
c = Counter(); _count_elements(c, "aab"); print(c)
try: _count_elements(5, "a")
except AttributeError as x: print(x)
it = iter(deque([1, 2, 3]))
print(next(it), it.__length_hint__(), list(it), next(it, "end"), type(it)(deque("abc"), 1).__length_hint__())
