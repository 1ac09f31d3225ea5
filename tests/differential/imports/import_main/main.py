import sys
x = "main x"
import other
print(other.see())
print(sys.modules["__main__"].x)
