def show(f):
    a = list(range(10))
    try:
        f(a)
        print(a)
    except Exception as e:
        print(type(e).__name__, e, a)
def s1(a): a[2:5] = ["x"]
def s2(a): a[2:2] = [1, 2, 3]
def s3(a): a[:] = []
def s4(a): a[::2] = "abcde"
def s5(a): a[::2] = [1]
def s6(a): a[5:2] = ["in"]
def s7(a): a[-2:] = range(3)
def s8(a): a[100:] = [1]
def s9(a): a[::-1] = a[:]
def s10(a): a[1:3] = 5
def s11(a): a[1:3] = a
def s12(a): a[:3] = (c for c in "gen")
def s13(a): a[8:2:-2] = [0, 0, 0]
def s14(a): a[::0] = [1]
def s15(a): a[2:4] += [7]
def s16(a): a[1:8:3] = {"a": 1, "b": 2, "c": 3}
def s17(a): a[3], a[4] = a[4], a[3]
for f in (s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12, s13, s14, s15, s16, s17):
    show(f)
