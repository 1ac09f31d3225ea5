def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
a, b, c = [1, 2, 3]
(d, e), [f, g] = (4, 5), "fg"
h, *i = [6]
*j, k = range(4)
l, *m, n = "abcdef"
o, (p, *q), r = 1, [2, 3, 4], 5
print(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r)
[s, t] = {1: 2, 3: 4}
u = v = [0]
u.append(1)
w, = [9]
[x] = "z"
(y) = 3
print(s, t, u, v, u is v, w, x, y)
a, b = b, a
a, b, c = c, a, b
print(a, b, c)
print([*range(3), *"ab", 9], (*[1], *()), {*[1, 1, 2]}, [*{}], *[1, 2], *"cd", sep="-")
def u1():
    a, b = [1]
def u2():
    a, b = [1, 2, 3]
def u3():
    a, *b, c = [1]
def u4():
    a, b = 5
def u5():
    a, b = None
def u6():
    (a, b), c = 1, 2
def u7():
    a, b = iter([1, 2, 3, 4])
def u8():
    a, b, c = "ab"
def u9():
    a, b = {1}
def u10():
    [a, *b] = 7
def u11():
    a, b = (x for x in range(5))
for f in (u1, u2, u3, u4, u5, u6, u7, u8, u9, u10, u11):
    attempt(f)
for i, (x, *y) in enumerate([(1, 2, 3), "ab"]):
    print(i, x, y)
lst = [0, 0]
i = 0
i, lst[i] = 1, 9
print(i, lst)
