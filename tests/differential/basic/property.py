class A:
    @property
    def x(self):
        return 42
print(A().x)
