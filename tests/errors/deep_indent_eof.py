def f():
    if True:
        for x in y:
