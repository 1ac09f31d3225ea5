x = 1
def f():
    x = 2
    def g():
        global x
        nonlocal x
