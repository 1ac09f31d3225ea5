from c1 import y
x=1
