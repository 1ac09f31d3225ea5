def fact(n):
    return 1 if n < 2 else n * fact(n - 1)
def fib(n, memo={}):
    if n < 2:
        return n
    if n not in memo:
        memo[n] = fib(n - 1) + fib(n - 2)
    return memo[n]
def ack(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))
def hanoi(n, a="A", b="B", c="C"):
    if n == 0:
        return []
    return hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(fact(20), fact(50), fib(80), ack(2, 3), hanoi(3), even(100), odd(101))
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
print(depth(900))
def forever(n):
    return forever(n + 1)
try:
    forever(0)
except RecursionError as e:
    print(type(e).__name__, e, isinstance(e, RuntimeError))
class R:
    def __getattr__(self, name):
        return getattr(self, name + "x")
try:
    R().a
except RecursionError as e:
    print("RecursionError in getattr")
class S:
    def __repr__(self):
        return repr(self)
try:
    repr(S())
except RecursionError as e:
    print("RecursionError in repr")
