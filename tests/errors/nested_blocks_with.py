def f(a):
    with a as b0, a as b1, a as b2, a as b3, a as b4, a as b5, a as b6, a as b7, a as b8, a as b9, a as b10, a as b11, a as b12, a as b13, a as b14, a as b15, a as b16, a as b17, a as b18, a as b19, a as b20, a as b21:
        pass
