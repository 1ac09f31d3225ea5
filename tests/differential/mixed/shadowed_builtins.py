list_ = list
def f(list, str=5, *print_args):
    return list + str, print_args
print(f(1), f(1, 2, 3))
sum = lambda *a: "my sum"
print(sum([1, 2]))
del sum
print(sum([1, 2]))
class int_(int):
    def __add__(self, o): return "added"
int = int_
print(int(5) + 3, type(5).__name__)
del int
print(int("7") + 1)
def g():
    len = lambda x: 42
    return len([])
print(g(), len([]))
for range in range(3):
    pass
print(range)
del range
print(list(range(2)))
import math
math_sqrt, math.sqrt = math.sqrt, lambda x: f"sqrt of {x}"
print(math.sqrt(4))
math.sqrt = math_sqrt
print(math.sqrt(4))
def h(x, id=id): return id is not None and x
print(h(3))
try:
    print(undefined_builtin)
except NameError as e:
    print(e)
import builtins
builtins.added_name = "visible everywhere"
print(added_name)
old = builtins.abs
builtins.abs = lambda x: "patched"
print(abs(-1))
builtins.abs = old
print(abs(-1))
del builtins.added_name
try:
    added_name
except NameError as e:
    print(e)
