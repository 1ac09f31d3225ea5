import sys
# generators in many shapes
class Manager:
    def __enter__(self): return self
    def __exit__(self, *a): print('left', a[0])
def a():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print('exit'); raise
    finally:
        print('finally')
for x in a():
    print(x); break
print('after')
def b():
    with Manager() as f:
        for i in range(3):
            try:
                got = yield i
                print('got', got)
            except KeyError as e:
                print('key', e)
                continue
            else:
                print('else')
g = b()
print(next(g), g.send('s'), g.throw(KeyError('k')))
try: next(g)
except StopIteration as e: print('stop', e.value)
def c(n):
    if n == 0: return 'bottom'
    r = yield n
    s = yield from c(n-1)
    return (r, s)
g = c(3); print(next(g))
try:
    i = 0
    while True:
        i += 1
        print(g.send(i))
except StopIteration as e: print(e.value)
def d():
    x = yield
    while x is not None:
        x = yield x * 2
    return 'done'
g = d(); next(g)
print([g.send(i) for i in range(5)])
try: g.send(None)
except StopIteration as e: print(e.value)
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
f = fib()
print([next(f) for _ in range(15)])
def interleave(*its):
    its = [iter(i) for i in its]
    while its:
        for it in its[:]:
            try: yield next(it)
            except StopIteration: its.remove(it)
print(list(interleave('abc', range(5), (x*x for x in [1,2]))))
def raising():
    yield 1
    raise ValueError('inside')
try:
    for x in raising(): print(x)
except ValueError as e: print(e, e.__traceback__.tb_next.tb_frame.f_code.co_name)
def ctx():
    try: raise KeyError('outer')
    except KeyError:
        yield 'in except'
        try: raise TypeError('inner')
        except TypeError as e: yield repr(e.__context__)
g = ctx()
try: raise RuntimeError('caller')
except RuntimeError:
    print(next(g)); print(next(g)); print(repr(sys.exception()))
g.close()
gen = (i for i in range(3))
print(next(gen), list(gen), list(gen))
print(max(len(w) for w in 'a bbb cc'.split()), any(x > 2 for x in range(5)), dict((k, v) for k, v in zip('ab', [1, 2])))
def closes():
    try:
        while True: yield
    finally:
        print('closing')
g = closes(); next(g); g.close(); print('closed ok')
def nested():
    def inner():
        nonlocal_v = yield 'inner'
        return nonlocal_v
    v = yield from inner()
    yield v
g = nested(); print(next(g), g.send('sent'))
class C:
    def __iter__(self):
        for i in range(3): yield self, i
    def items(self): return (x for x in self)
print([i for _, i in C()], len(list(C().items())))
def default(x=[1], *a, k=2, **kw): yield x, a, k, kw
print(next(default(5, 6, k=7, z=8)), next(default()))
try: default(1, 2, k=3, k2=4).throw(StopIteration('si'))
except BaseException as e: print(type(e).__name__, e)
def y(): return (yield)
g = y(); next(g)
try: g.send(42)
except StopIteration as e: print(e.value)
