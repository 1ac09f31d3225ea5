import sys
def t(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__, '|', e, '|', e.args, repr(e.__context__), repr(e.__cause__))
def g():
    try:
        x = yield 1
        print('got', x)
        y = yield x
    except ValueError as e:
        print('caught', e, sys.exception())
        yield 'after'
        print(sys.exception())
    finally:
        print('fin')
    return 'done'
x=g(); t(next,x); t(x.send,5); t(x.throw,ValueError('v')); t(next,x); t(next,x)
x=g(); t(x.send,5); t(x.close); t(next,x)
x=g(); t(next,x); t(x.close); t(next,x); t(x.throw, KeyError)
x=g(); t(x.throw,KeyError('z')); t(next,x)
t(x.throw,3); t(x.throw)
def y1():
    r = yield from [1,2]
    print('r',r)
    r = yield from g()
    print('r2',r)
    return 9
x=y1(); print(list(x))
x=y1(); next(x); next(x); t(next,x); t(x.send,'s'); print(x.gi_yieldfrom is not None, x.gi_running, x.gi_suspended); t(x.throw,ValueError('w')); t(next,x);
x=y1(); next(x); next(x); next(x); t(x.close)
class It:
    def __init__(self): self.n=0
    def __iter__(self): return self
    def __next__(self):
        self.n+=1
        if self.n>2: raise StopIteration('val')
        return self.n
    def throw(self,*a): print('throw',a); return 'thrown'
    def close(self): print('closed')
def y2():
    r=yield from It(); print('res',r)
t(list,y2())
x=y2(); next(x); t(x.throw,KeyError('q')); t(x.close)
x=y2(); next(x); t(x.send,4)
def y3(): yield from 3
t(next,y3())
def rec():
    yield from rec()
try: next(rec())
except RecursionError as e: print(e)
def sr():
    me.send(None); yield
me=sr(); t(next,me)
def si():
    raise StopIteration(3)
    yield
t(next,si())
def si2():
    next(iter([]))
    yield
t(list,si2())
print(repr(g)[:14], repr(g())[:20], g().__name__, g().__qualname__)
def hand():
    try: raise ValueError('inner')
    except ValueError:
        yield sys.exception()
        yield sys.exception()
    yield sys.exception()
h=hand()
try: raise KeyError('outer')
except KeyError:
    print(repr(next(h)), repr(sys.exception()))
print(repr(next(h)), repr(sys.exception()))
print(repr(next(h)))
def hand2():
    yield sys.exception()
    try: raise TypeError
    except TypeError as e: yield e.__context__
h=hand2()
try: raise KeyError('outer')
except KeyError:
    print(repr(next(h)))
    print(repr(next(h)))
def ret(): return 5; yield
t(next,ret())
def c():
    try: yield 1
    except GeneratorExit: return 7
x=c(); next(x); print(x.close())
print(sum(i*i for i in range(10)), list(zip((a for a in 'abc'), (b for b in range(3)))))
class types: GeneratorType=type(g())
t(lambda: type(g())())
x=g(); x.__name__='new'; print(x.__name__, repr(x)[:24]); 
try: x.__name__=3
except TypeError as e: print(e)
def deep():
    try:
        yield 1
    finally:
        print('deep fin')
def outer():
    yield from deep()
x=outer(); next(x); del x
print('bye')
