def show(f):
    a = list(range(10))
    try:
        f(a)
        print(a)
    except Exception as e:
        print(type(e).__name__, e, a)
def d1(a): del a[0]
def d2(a): del a[-1]
def d3(a): del a[2:5]
def d4(a): del a[:]
def d5(a): del a[::2]
def d6(a): del a[1::3]
def d7(a): del a[::-2]
def d8(a): del a[5:2]
def d9(a): del a[8:2:-1]
def d10(a): del a[0], a[0], a[0]
def d11(a): del a[10]
def d12(a): del a[100:]
def d13(a): del a[-3:], a[:3]
def d14(a): del (a[0], a[1])
def d15(a): del [a[-1]]
def d16(a): del a[::0]
for f in (d1, d2, d3, d4, d5, d6, d7, d8, d9, d10, d11, d12, d13, d14, d15, d16):
    show(f)
