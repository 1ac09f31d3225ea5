class V:
    def __init__(self, n):
        self.n = n
    def __add__(self, o):
        return V(self.n + o.n)
    def __eq__(self, o):
        return self.n == o.n
print((V(1) + V(2)).n, V(1) == V(1), V(1) == V(2))
