class D:
    def __init__(s,n): s.n=n
    def __del__(s): print('del', s.n, helper is not None)
def helper(): pass
x = D('x'); y = D('y')
raise SystemExit(3)
