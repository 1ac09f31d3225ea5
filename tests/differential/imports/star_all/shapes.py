__all__ = ["area", "Circle"]
def area(r):
    return r * r * 3
Circle = "circle"
hidden = "not exported"
