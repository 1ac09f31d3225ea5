from shapes import *
from plain import *
print(area(3), Circle, visible, sorted(n for n in globals() if not n.startswith("__")))
try:
    hidden
except NameError as e:
    print(e)
try:
    _private
except NameError as e:
    print(e)
import shapes
print(shapes.hidden, shapes.__all__)
