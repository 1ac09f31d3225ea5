OPS = []
class N:
    def __init__(self, v): self.v = v
    def __repr__(self): return f"N({self.v})"
    def _o(self, name, other): return f"{name}({self.v},{getattr(other, 'v', other)})"
    def __add__(self, o): return self._o("add", o)
    def __radd__(self, o): return self._o("radd", o)
    def __sub__(self, o): return self._o("sub", o)
    def __rsub__(self, o): return self._o("rsub", o)
    def __mul__(self, o): return self._o("mul", o)
    def __rmul__(self, o): return self._o("rmul", o)
    def __truediv__(self, o): return self._o("truediv", o)
    def __rtruediv__(self, o): return self._o("rtruediv", o)
    def __floordiv__(self, o): return self._o("floordiv", o)
    def __rfloordiv__(self, o): return self._o("rfloordiv", o)
    def __mod__(self, o): return self._o("mod", o)
    def __rmod__(self, o): return self._o("rmod", o)
    def __divmod__(self, o): return self._o("divmod", o)
    def __rdivmod__(self, o): return self._o("rdivmod", o)
    def __pow__(self, o, m=None): return self._o("pow", o) + str(m)
    def __rpow__(self, o): return self._o("rpow", o)
    def __matmul__(self, o): return self._o("matmul", o)
    def __rmatmul__(self, o): return self._o("rmatmul", o)
    def __lshift__(self, o): return self._o("lshift", o)
    def __rlshift__(self, o): return self._o("rlshift", o)
    def __rshift__(self, o): return self._o("rshift", o)
    def __rrshift__(self, o): return self._o("rrshift", o)
    def __and__(self, o): return self._o("and", o)
    def __rand__(self, o): return self._o("rand", o)
    def __or__(self, o): return self._o("or", o)
    def __ror__(self, o): return self._o("ror", o)
    def __xor__(self, o): return self._o("xor", o)
    def __rxor__(self, o): return self._o("rxor", o)
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
n, m = N(1), N(2)
print(n + m, n + 5, 5 + n, n - m, 5 - n, n * 3, 3 * n, n / 2, 2 / n, n // 2, 2 // n, n % 2, 2 % n)
print(divmod(n, 2), divmod(2, n), n ** 2, 2 ** n, pow(n, 2, 7), n @ m, 5 @ n, n << 1, 1 << n, n >> 1, 1 >> n, n & 1, 1 & n, n | 1, 1 | n, n ^ 1, 1 ^ n, -n, +n, ~n)
print("s" + n, [1] + n, (1,) * n, 1.5 + n, None + n, {} | n, {1} & n, "%s" % n, n % "x", 2j * n)
x = n
x += 1
print(x)
y = n
y **= 3
print(y)
z = 5
z -= n
print(z)
