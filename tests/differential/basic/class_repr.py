class A:
    def __repr__(self):
        return "A!"
print(A(), [A()], f"{A()}")
