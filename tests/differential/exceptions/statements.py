import sys
# assorted statements around exceptions
def fin(n):
    try:
        if n == 0: return 'ret'
        if n == 1: raise ValueError('v')
        if n == 2:
            for i in range(3):
                try: continue
                finally: print('f', i)
        return 'end'
    except ValueError as e:
        return 'exc ' + str(e)
    else:
        return 'else'
    finally:
        print('finally', n)
for i in range(4): print(fin(i))
def loop():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            print(i)
        finally: print('fin', i)
    else: print('no')
loop()
def nest():
    try:
        try: raise ValueError('a')
        except ValueError: raise TypeError('b')
        finally: print('inner finally', repr(sys.exception()))
    except TypeError as e: print(repr(e), repr(e.__context__))
nest()
class CM:
    def __init__(s, n, sw=False): s.n, s.sw = n, sw
    def __enter__(s): print('enter', s.n); return s
    def __exit__(s, t, v, tb): print('exit', s.n, t and t.__name__, v); return s.sw
with CM(1) as a, CM(2, True) as b: raise ValueError('w')
try:
    with CM(3), CM(4): raise KeyError('k')
except KeyError as e: print('caught', e)
def wret():
    with CM(5): return 'from with'
print(wret())
class BadExit:
    def __enter__(s): return s
    def __exit__(s, *a): raise RuntimeError('exit')
try:
    with BadExit(): raise ValueError('body')
except RuntimeError as e: print(repr(e), repr(e.__context__))
try:
    try: raise ValueError(1)
    except (TypeError, ValueError) as e: raise
except ValueError as e2: print('re', e2)
def args(*a, **k):
    try: return a[5]
    except IndexError: return k['zz'] if 'zz' in k else 'none'
print(args(1), args(zz=3))
e = 'outer'
try: 1/0
except ZeroDivisionError as e: pass
try: print(e)
except NameError as x: print(x)
def unb():
    try: raise ValueError
    except ValueError as err: pass
    try: return err
    except UnboundLocalError as u: return str(u)
print(unb())
for t in (int, float, complex, list, dict):
    try: t(object())
    except Exception as ex: print(type(ex).__name__, ex)
try: raise Exception('a', 'b') from None
except Exception as ex: print(ex, ex.__cause__, ex.__suppress_context__)
def chain():
    try:
        try: raise ValueError(1)
        except ValueError as a: raise TypeError(2) from a
    except TypeError as b:
        try: raise KeyError(3)
        except KeyError as c:
            x = c
            while x: print(repr(x), end=' <- '); x = x.__cause__ or x.__context__
            print()
chain()
def deepfin():
    for i in range(2):
        try:
            try: raise ValueError(i)
            finally:
                try: raise KeyError(i)
                except KeyError: print('k', i)
        except ValueError as v: print('v', v)
deepfin()
assert True, 'no'
try: assert [], ('tuple', 1)
except AssertionError as a: print(a.args)
try: raise type('Dyn', (ValueError,), {'__str__': lambda s: 'dyn!'})('x')
except ValueError as d: print(d, repr(d), type(d).__name__)
x = [1, 2, 3]
try: a, b = x
except ValueError as v: print(v)
try: a, b, c, d = x
except ValueError as v: print(v)
try: a, *b = 5
except TypeError as v: print(v)
def r():
    try: r2()
    except NameError as n: return n.name
print(r())
