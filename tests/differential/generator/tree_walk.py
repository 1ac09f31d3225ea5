class Node:
    def __init__(self, v, *kids): self.v, self.kids = v, kids
    def __iter__(self):
        yield self.v
        for k in self.kids: yield from k
    def post(self):
        for k in self.kids: yield from k.post()
        yield self.v
    def levels(self):
        level = [self]
        while level:
            yield [n.v for n in level]
            level = [k for n in level for k in n.kids]
t = Node(1, Node(2, Node(4), Node(5)), Node(3, Node(6)))
print(list(t), list(t.post()), list(t.levels()), sum(t), max(t), 5 in t, [x for x in t if x % 2])
