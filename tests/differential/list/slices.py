a = list(range(10))
for s in (slice(None), slice(2, 5), slice(-3, None), slice(None, -3), slice(None, None, 2), slice(None, None, -1), slice(8, 2, -2), slice(5, 2), slice(100, 200), slice(-100, 3), slice(1, None, 3), slice(-1, -8, -3)):
    print(s, a[s], a[s.start:s.stop:s.step] == a[s])
print(a[2:5][1:], a[::-1][:3], a[:0], a[10:], a[True:3], [][1:2], a[:][::4])
class I:
    def __index__(self):
        return 4
print(a[I():], a[:I()], a[::I()], a[I()])
x = 3
print(a[x:x + 3], a[x:], a[-x:], a[:-x], a[x::x])
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: a[1.0:2])
attempt(lambda: a[:"x"])
attempt(lambda: a[::None])
attempt(lambda: a[None:None])
attempt(lambda: a[10**20:])
attempt(lambda: a[-10**20:2])
