class A:
    n = 0
    def __init__(self):
        A.n += 1
A()
A()
print(A.n)
