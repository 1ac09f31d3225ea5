class Peek:
    def __init__(self, it): self.it, self.buf = iter(it), []
    def peek(self, default=None):
        if not self.buf:
            try: self.buf.append(next(self.it))
            except StopIteration: return default
        return self.buf[0]
    def __iter__(self): return self
    def __next__(self): return self.buf.pop() if self.buf else next(self.it)
p = Peek("aabbbc")
out = []
while (c := p.peek()) is not None:
    n = 0
    while p.peek() == c:
        next(p); n += 1
    out.append((c, n))
print(out, p.peek("end"), list(p))
data = iter([1, 2, 0, 3])
print(list(iter(lambda: next(data), 0)), next(data))
