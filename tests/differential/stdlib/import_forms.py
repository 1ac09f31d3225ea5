import math
import math as m
from math import pi, sqrt as root
from math import (
    floor,
    ceil as up,
)
import bisect, heapq as hq
print(math is m, pi == math.pi, root(16), floor(2.7), up(2.1), bisect.bisect([1, 2], 1), hq.nlargest(1, [1, 5]))
def local():
    import keyword
    from heapq import heappush
    h = []
    heappush(h, 1)
    return keyword.iskeyword("if"), h
print(local())
try:
    keyword
except NameError as e:
    print(e)
print(math.__name__, type(math).__name__, repr(math).startswith("<module 'math'"), bisect.__name__, hasattr(bisect, "__file__"), math.__doc__ is not None)
try:
    from math import nonexistent
except ImportError as e:
    print(type(e).__name__, str(e).split("(")[0], e.name)
try:
    math.nonexistent
except AttributeError as e:
    print(e)
try:
    import surely_not_a_module
except ModuleNotFoundError as e:
    print(type(e).__name__, e, e.name)
try:
    import surely.not_a.module
except ImportError as e:
    print(type(e).__name__, e, e.name)
try:
    from surely_not import anything
except ImportError as e:
    print(e)
class C:
    import math as inner
    def f(self): return self.inner.floor(3.9)
print(C().f(), C.inner is math)
if True:
    import colorsys
print(colorsys.rgb_to_hsv(1, 0, 0))
import sys
print("math" in sys.modules, sys.modules["math"] is math)
math.custom = 1
import math as again
print(again.custom)
