print("a starts")
import b
VALUE = "a value"
def from_b():
    return b.VALUE
print("a ends")
