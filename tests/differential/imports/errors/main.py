import sys
HERE = __file__.rsplit('/', 1)[0]
import pkg as first
ROOT = first.__file__.rsplit('/', 2)[0]
def show(*a): print(*(str(x).replace(ROOT, 'HERE').replace(HERE, 'HERE') for x in a))
def t(f, *a):
    try: show(repr(f(*a)))
    except BaseException as e: show(type(e).__name__, '|', e, '|', e.args, getattr(e,'name',0), getattr(e,'path',0) and 1, getattr(e,'name_from',0))
import pkg
show(pkg, pkg.__name__, pkg.__package__, pkg.__path__, pkg.__file__)
import pkg.sub.mod as m
show(m.__name__, m.__package__, m.__spec__.name, m.__spec__.parent, m.__spec__.origin, m.up())
from pkg import a, b
show(a, b.val)
from pkg.sub import *
print(star1, 'hidden' in globals())
from pkg import *
print(sorted(k for k in globals() if not k.startswith('__')))
def i1():
    from pkg import nope
t(i1)
def i2():
    from sys import nope
t(i2)
def i4():
    from . import x
t(i4)
def i6():
    from .y import x
t(i6)
t(lambda: pkg.nope)
t(lambda: sys.nope)
t(lambda: __import__('pkg.sub'))
t(lambda: __import__('pkg.sub.mod'))
t(lambda: __import__('pkg.sub', fromlist=['mod']))
t(lambda: __import__('nonesuch'))
t(lambda: __import__('sys.foo'))
t(lambda: __import__('pkg.zzz'))
t(lambda: __import__('pkg.sub.mod.deep'))
t(lambda: __import__(''))
t(lambda: __import__(3))
t(lambda: __import__('x',level=-1))
print(__name__, __package__, __spec__, __doc__)
print('pkg' in sys.modules, sys.modules['pkg.sub.mod'] is m, sys.modules['__main__'].t is t)
try:
    import c1
except ImportError as e: show(e)
print('c1' in sys.modules, 'c2' in sys.modules)
sys.modules['blocked']=None
t(lambda: __import__('blocked'))
try:
    import raiser
except ValueError as e: print(repr(e), e.__traceback__.tb_next.tb_lineno)
print('raiser' in sys.modules)
import lazyattr
print(lazyattr.foo, lazyattr.__dir__ if 0 else dir(lazyattr))
t(lambda: lazyattr.bar)
pkg.newattr = 5
from pkg import newattr; print(newattr)
del pkg.newattr
t(lambda: pkg.newattr)
t(lambda: exec)
import pkg.sub.mod, pkg.b
print(repr(sys), sys.__name__, type(sys))
m2=type(sys)('dyn','doc'); print(m2, m2.__dict__); m2.x=1; print(m2.x)
t(lambda: type(sys)()); t(lambda: type(sys)(3)); t(lambda: m2.y)
del m2.__name__
t(lambda: m2.y); print(m2)
sys.modules['dyn']=m2
try:
    import dyn; print(dyn.x)
except ImportError: print("no")
