print("b starts")
import a
print("a has VALUE:", hasattr(a, "VALUE"))
VALUE = "b value"
def from_a():
    return a.VALUE
print("b ends")
