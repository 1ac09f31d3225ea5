def a(x):
    def b(y):
        def c(z):
            def d(w):
                nonlocal x, y, z
                x += w
                y += x
                z += y
                return x, y, z, w
            return d
        return c
    return b
f = a(1)(2)(3)
print(f(4), f(5), f(0))
g = a(10)(20)(30)
print(g(1), f(1))
def outer():
    total = 0
    fs = []
    for i in range(3):
        def add(n, i=i):
            nonlocal total
            total += n * i
            return total
        fs.append(add)
    return fs, lambda: total
fs, get = outer()
print([h(10) for h in fs], get())
def deep(n):
    if n == 0:
        return lambda: "bottom"
    inner = deep(n - 1)
    return lambda: f"{n}>" + inner()
print(deep(5)())
