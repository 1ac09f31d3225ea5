def a():
    raise KeyError("k")
def b():
    a()
def c():
    b()
try:
    c()
except KeyError as e:
    print("got", e)
