from shapes import Square, registry
from base import Shape
import base
class Circle(Shape):
    def area(self): return 3 * self.size ** 2
for s in (Square(2), Circle(1)):
    print(s, s.area(), isinstance(s, base.Shape), type(s).__module__, s.describe())
print(sorted(registry), Shape.count, base.Shape is Shape)
try:
    Shape(1).area()
except NotImplementedError as e:
    print(type(e).__name__, e)
try:
    raise base.ShapeError("custom")
except base.ShapeError as e:
    print(repr(e), type(e).__module__)
raise base.ShapeError("uncaught from a module")
