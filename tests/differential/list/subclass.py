class Stack(list):
    limit = 5
    def push(self, x):
        if len(self) >= self.limit:
            raise OverflowError(f"stack is full: {self!r}")
        self.append(x)
    def peek(self):
        return self[-1]
    def __getitem__(self, i):
        if isinstance(i, slice):
            return Stack(super().__getitem__(i))
        return super().__getitem__(i)
    def __repr__(self):
        return "Stack" + super().__repr__()
    def __len__(self):
        return super().__len__()
s = Stack()
for i in range(5):
    s.push(i * i)
print(s, s.peek(), s[1:3], type(s[1:3]).__name__, type(s + [1]).__name__, type(s * 2).__name__, type(s.copy()).__name__, len(s), s == [0, 1, 4, 9, 16], isinstance(s, list), sum(s), max(s), list(s), sorted(s, reverse=True))
try:
    s.push(1)
except OverflowError as e:
    print(e)
s.name = "attr"
print(s.name, s.__dict__, [x for x in s], 4 in s, s.pop(), s.index(9), str(s), f"{s}", list.__repr__(s), list.__len__(s))
class Init(list):
    def __init__(self, n):
        super().__init__(range(n))
        self.n = n
print(Init(4), Init(3).n, Init(2) + Init(1))
class Case(list):
    def append(self, x):
        super().append(str(x).upper())
c = Case(["a"])
c.append("b")
c += ["c"]
c.extend(["d"])
print(c)
