a = [3, 1, 2]
print(a, len(a), a[0], a[-1], a + [4], a * 2, 2 * a, a == [3, 1, 2], a != [3], a < [3, 2], a > [3, 1], [] < [0], a is a, a[:] is a)
a.append(5)
a.extend((6, 7))
a.extend("xy")
a.insert(0, "first")
a.insert(-1, "penult")
a.insert(100, "last")
a.insert(-100, "front")
print(a)
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove("x")
print(a, a.index(1), a.count(1), a.index(5, 2), 5 in a, 99 in a, 99 not in a)
b = a.copy()
b.reverse()
print(b, a)
b.clear()
print(b, bool(b), bool([0]), [[]] * 3, [None] * 2, [1] * 0, [1] * -1)
a += [8]
a *= 2
print(a)
nested = [[0] * 2] * 2
nested[0][0] = 1
print(nested, [[0] * 2 for _ in range(2)])
print(list(), list("abc"), list((1, 2)), list({1: 2}), list(range(3)), list(x for x in "ab"), list([1]))
r = [1]
r.append(r)
print(r, repr([r]))
