class Node:
    def __init__(self, v, nxt=None): self.v, self.nxt = v, nxt
class Linked:
    def __init__(self, items=()):
        self.head = None
        self.size = 0
        for i in reversed(list(items)): self.push(i)
    def push(self, v): self.head = Node(v, self.head); self.size += 1
    def pop(self):
        if self.head is None: raise IndexError("pop from empty list")
        v, self.head = self.head.v, self.head.nxt
        self.size -= 1
        return v
    def __iter__(self):
        n = self.head
        while n: yield n.v; n = n.nxt
    def __len__(self): return self.size
    def __repr__(self): return "->".join(map(str, self)) or "empty"
    def reverse(self):
        prev, cur = None, self.head
        while cur: cur.nxt, prev, cur = prev, cur, cur.nxt
        self.head = prev
        return self
l = Linked([1, 2, 3])
l.push(0)
print(l, len(l), l.pop(), l.reverse(), list(l), 2 in l, bool(Linked()), Linked())
try:
    Linked().pop()
except IndexError as e:
    print(e)
class Tree:
    def __init__(self): self.root = None
    def insert(self, k):
        def go(n):
            if n is None: return [k, None, None]
            if k < n[0]: n[1] = go(n[1])
            elif k > n[0]: n[2] = go(n[2])
            return n
        self.root = go(self.root)
        return self
    def __iter__(self):
        def walk(n):
            if n:
                yield from walk(n[1])
                yield n[0]
                yield from walk(n[2])
        return walk(self.root)
    def depth(self):
        def d(n): return 0 if n is None else 1 + max(d(n[1]), d(n[2]))
        return d(self.root)
t = Tree()
for k in [50, 30, 70, 20, 40, 60, 80, 30, 65]: t.insert(k)
print(list(t), t.depth(), max(t), 65 in t)
class Queue:
    def __init__(self): self.a, self.b = [], []
    def put(self, x): self.a.append(x); return self
    def get(self):
        if not self.b:
            while self.a: self.b.append(self.a.pop())
        return self.b.pop()
q = Queue().put(1).put(2)
print(q.get(), q.put(3).get(), q.get())
class LRU:
    def __init__(self, n): self.n, self.d = n, {}
    def get(self, k):
        if k not in self.d: return -1
        v = self.d.pop(k); self.d[k] = v
        return v
    def put(self, k, v):
        self.d.pop(k, None)
        self.d[k] = v
        if len(self.d) > self.n: del self.d[next(iter(self.d))]
c = LRU(2)
c.put(1, 1); c.put(2, 2); c.get(1); c.put(3, 3)
print(c.get(2), c.get(1), c.d)
