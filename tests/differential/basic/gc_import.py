import gc
class A:
    pass
a = A()
a.me = a
del a
print(gc.collect() >= 1)
