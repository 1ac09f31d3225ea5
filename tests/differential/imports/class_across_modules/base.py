class ShapeError(Exception):
    pass
class Shape:
    count = 0
    def __init__(self, size):
        self.size = size
        Shape.count += 1
    def area(self):
        raise NotImplementedError("area of " + type(self).__name__)
    def __repr__(self):
        return f"<{type(self).__name__} {self.size}>"
    def describe(self):
        return f"{self!r} has area {self.area()}"
