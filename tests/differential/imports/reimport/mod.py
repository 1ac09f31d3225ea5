print('mod loaded', __name__)
x = 1
def f(): return x
