class V:
    def __init__(self, *d): self.d = list(d)
    def __iadd__(self, o):
        self.d.append(("iadd", o)); return self
    def __isub__(self, o):
        return V("replaced", o)
    def __imul__(self, o): return NotImplemented
    def __mul__(self, o): return V("mul", o)
    def __itruediv__(self, o): self.d.append("/"); return self
    def __ifloordiv__(self, o): self.d.append("//"); return self
    def __imod__(self, o): self.d.append("%"); return self
    def __ipow__(self, o): self.d.append("**"); return self
    def __iand__(self, o): self.d.append("&"); return self
    def __ior__(self, o): self.d.append("|"); return self
    def __ixor__(self, o): self.d.append("^"); return self
    def __ilshift__(self, o): self.d.append("<<"); return self
    def __irshift__(self, o): self.d.append(">>"); return self
    def __imatmul__(self, o): self.d.append("@"); return self
    def __repr__(self): return f"V{self.d}"
v = w = V()
v += 1
print(v, v is w)
v /= 1; v //= 1; v %= 1; v **= 1; v &= 1; v |= 1; v ^= 1; v <<= 1; v >>= 1; v @= 1
print(v, w is v)
v *= 2
print(v, w is v)
v -= 3
print(v)
class Holder: pass
h = Holder()
h.x = V()
h.x += 5
lst = [V()]
lst[0] += 6
print(h.x, lst)
a = b = [1]
a += (2,)
a += "x"
print(b, a is b)
s = t = {1}
s |= {2}
s -= {1}
print(t, s is t)
d = e = {"a": 1}
d |= {"b": 2}
print(e)
n = m = 5
n += 1
print(n, m)
x = y = (1,)
x += (2,)
print(x, y)
def attempt(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
def f1():
    q = V(); q //= 1; q = object(); q += 1
def f2():
    q = 5; q -= "a"
def f3():
    q = "a"; q *= "b"
def f4():
    q = None; q |= 1
def f5():
    q = []; q @= 1
def f6():
    q = {}; q **= 2
def f7():
    q = 1; q <<= 1.5
def f8():
    q = 1; q >>= "a"
def f9():
    q = 1.5; q //= "a"
def f10():
    q = 1.5; q %= None
def f11():
    q = 2; q &= 1.0
def f12():
    q = 2; q ^= "a"
def f13():
    q = 2; q /= []
for f in (f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13):
    attempt(f)
