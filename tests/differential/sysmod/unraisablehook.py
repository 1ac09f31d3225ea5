import sys
def hook(t, v, tb):
    print('hook', t.__name__, v, tb.tb_lineno)
sys.excepthook = hook
def uh(u): print('unraisable', u.exc_type.__name__, u.exc_value)
sys.unraisablehook = uh
class D:
    def __del__(s): raise KeyError(1)
D()
raise ValueError('boom')
