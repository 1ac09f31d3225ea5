from c2 import x
y=1
