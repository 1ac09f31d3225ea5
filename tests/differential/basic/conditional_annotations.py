# Annotations in blocks count when they have been executed (PEP 649).
x = 3
a: int = 1
if x == 3:
    b: str
    if x == 4:
        c: float = 2
    else:
        d: "fw"
for i in range(2):
    e: list
while False:
    f: dict
try:
    g: int
    1/0
    h: int
except ZeroDivisionError:
    k: set
class Manager:
    def __enter__(self): pass
    def __exit__(self, *exception): pass
with Manager():
    l: bytes
class C:
    m: int
    if x == 3:
        n: str = "s"
    else:
        o: str
    for q in ():
        r: int
    p: "C"
import sys
print(sys.modules["__main__"].__annotations__)
print(C.__annotations__)
class D:
    pass
print(D.__annotations__)
class E:
    if True:
        z: int
    if False:
        y: int
    if 0:
        w: undefined_thing
print(E.__annotations__)
def func():
    class L:
        if x == 3:
            u: int
        v: x
    return L
print(func().__annotations__)
print(C.__annotate__(1))

print([name for name in globals() if "annot" in name])
c: "later" = 3
print(__annotate__(1))
