class A:
    @staticmethod
    def s(x):
        return x
    @classmethod
    def c(cls):
        return cls.__name__
print(A.s(1), A.c(), A().s(2))
