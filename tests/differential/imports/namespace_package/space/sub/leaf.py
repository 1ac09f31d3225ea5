from ..two import double

print(double(4))
