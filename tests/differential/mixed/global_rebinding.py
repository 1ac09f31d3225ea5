def f(): return "first"
def call(): return f()
print(call())
def f(): return "second"
print(call())
f = lambda: "lambda"
print(call())
class T:
    def __call__(self): return "instance"
f = T()
print(call())
f = str
print(repr(call()))
count = 0
def bump():
    global count
    count += 1
    if count == 2:
        globals()["f"] = lambda: "from globals()"
    return call()
print(bump(), bump(), bump(), count)
CONST = 10
def use(): return CONST * 2
print(use())
CONST = "ab"
print(use())
CONST = [1]
print(use())
del CONST
try:
    use()
except NameError as e:
    print(e)
CONST = 1.5
print(use())
for CONST in (1, 2): print(use(), end=" ")
print()
def redefine():
    global redefine
    redefine = lambda: "redefined"
    return "original"
print(redefine(), redefine())
class A:
    def m(self): return 1
a = A()
class A:
    def m(self): return 2
print(a.m(), A().m(), isinstance(a, A))
if CONST:
    def cond(): return "yes"
else:
    def cond(): return "no"
print(cond(), sorted(k for k in globals() if not k.startswith("__")))
