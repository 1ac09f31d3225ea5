import sys
import mod
mod.x = 10
m1 = mod
del sys.modules['mod']
import mod
print(mod is m1, mod.x, m1.x)
from mod import *
print(f())
class Fake: 
    x = 'fake'
    __all__ = ['x']
sys.modules['mod'] = Fake()
import mod
print(mod.x)
from mod import x as y
print(y)
from mod import *
print(x)
def f2():
    import mod as q
    return q.x
print(f2())
print(__file__.endswith('main.py'), __name__, __builtins__.__name__)
print(sys.modules['__main__'].__dict__ is globals())
globals()['dyn'] = 5
print(dyn)
del globals()['dyn']
try: dyn
except NameError as e: print(e)
def setg():
    global newg
    newg = 1
setg(); print(newg)
def delg():
    global newg
    del newg
delg()
try: delg()
except NameError as e: print(e)
for i in range(3):
    globals()['k%d'%i] = i
print(k0, k1, k2)
print = lambda *a: sys.stdout.write(' '.join(map(str,a))+' (mine)\n')
print('x')
del print
print('y')
