class Node:
    def accept(self, v):
        return getattr(v, "visit_" + type(self).__name__, v.generic)(self)
class Num(Node):
    def __init__(self, v): self.v = v
class Add(Node):
    def __init__(self, l, r): self.l, self.r = l, r
class Mul(Add): pass
class Neg(Node):
    def __init__(self, e): self.e = e
class Unknown(Node): pass
class Visitor:
    def generic(self, n): raise NotImplementedError(f"{type(self).__name__} cannot visit {type(n).__name__}")
class Eval(Visitor):
    def visit_Num(self, n): return n.v
    def visit_Add(self, n): return n.l.accept(self) + n.r.accept(self)
    def visit_Mul(self, n): return n.l.accept(self) * n.r.accept(self)
    def visit_Neg(self, n): return -n.e.accept(self)
class Show(Visitor):
    depth = 0
    def visit_Num(self, n): return str(n.v)
    def visit_Add(self, n): return f"({n.l.accept(self)} + {n.r.accept(self)})"
    def visit_Mul(self, n): return f"{n.l.accept(self)} * {n.r.accept(self)}"
    def visit_Neg(self, n): return f"-{n.e.accept(self)}"
class Count(Visitor):
    def __init__(self): self.seen = {}
    def generic(self, n):
        k = type(n).__name__
        self.seen[k] = self.seen.get(k, 0) + 1
        for c in vars(n).values():
            if isinstance(c, Node): c.accept(self)
        return self.seen
t = Add(Num(1), Mul(Num(2), Neg(Add(Num(3), Num(4)))))
print(t.accept(Eval()), t.accept(Show()), t.accept(Count()))
try:
    Add(Num(1), Unknown()).accept(Eval())
except NotImplementedError as e:
    print(e)
