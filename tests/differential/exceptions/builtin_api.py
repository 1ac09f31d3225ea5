import sys
def t(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__, '|', e, '|', e.args)
t(lambda: ImportError('m', name='x', path='p').path)
t(lambda: ImportError('m', foo='x'))
t(lambda: AttributeError('m', foo='x'))
t(lambda: ValueError(a=1))
t(lambda: BaseException.__init__(1))
t(lambda: NameError('a','b',name=3).name)
t(lambda: UnicodeEncodeError('a','b',1,2,'r'))
t(lambda: UnicodeEncodeError('a',b'b',1,2,'r'))
t(lambda: UnicodeEncodeError('a'))
t(lambda: UnicodeDecodeError('a','b',1,2,'r'))
t(lambda: str(UnicodeDecodeError('a',b'bcd',1,2,'r')))
t(lambda: str(UnicodeDecodeError('a',b'bcd',1,3,'r')))
t(lambda: str(UnicodeEncodeError('a','b\u1234d',1,2,'r')))
t(lambda: str(UnicodeTranslateError('b\u1234d',1,2,'r')))
t(lambda: ExceptionGroup('a'))
t(lambda: ExceptionGroup('a',[]))
t(lambda: ExceptionGroup('a',3))
t(lambda: ExceptionGroup('a',[3]))
t(lambda: ExceptionGroup(3,[3]))
t(lambda: ExceptionGroup('a',[KeyboardInterrupt()]))
t(lambda: BaseExceptionGroup('a',[ValueError()]))
t(lambda: str(ExceptionGroup('a',[ValueError(),KeyError(1)])))
t(lambda: ExceptionGroup('a',[ValueError(),KeyError(1)]).split(ValueError))
t(lambda: ExceptionGroup('a',[ValueError(),KeyError(1)]).split(3))
t(lambda: ExceptionGroup('a',[ValueError(),KeyError(1)]).subgroup(lambda e: isinstance(e,KeyError)))
t(lambda: ExceptionGroup('a',[ValueError(),KeyError(1)]).derive([KeyError(2)]))
t(lambda: ExceptionGroup.__mro__)
t(lambda: SyntaxError('m',('f',1,2,'t')))
t(lambda: str(SyntaxError('m',('a/f',1,2,'t'))))
t(lambda: str(SyntaxError('m',('a/f',None,2,'t'))))
t(lambda: SyntaxError('m',('a/f',None,2)))
t(lambda: SyntaxError('m',3))
t(lambda: ValueError().with_traceback(3))
t(lambda: ValueError().add_note(3))
def s(o,n,v): setattr(o,n,v); return getattr(o,n)
t(lambda: s(ValueError(),'args',3))
t(lambda: s(ValueError(),'args',[3]))
t(lambda: s(ValueError(),'__cause__',3))
t(lambda: s(ValueError(),'__context__',3))
t(lambda: s(ValueError(),'__traceback__',3))
t(lambda: s(ValueError(),'__suppress_context__',3))
t(lambda: s(ValueError(),'foo',3))
def d(o,n): delattr(o,n)
for n in ['args','__cause__','__context__','__traceback__','__suppress_context__']: t(lambda: d(ValueError(),n))
t(lambda: ValueError(1).__reduce__())
t(lambda: ValueError.__setstate__(ValueError(),3))
t(lambda: ImportError('m', name='x', path='p').__reduce__())
t(lambda: AttributeError('m', name='x').__reduce__())
t(lambda: str(StopIteration(1,2).value)+str(SystemExit(1,2).code)+str(SystemExit().code))
def r(x,y=None):
    raise x from y
t(r, 3); t(r, ValueError,3); t(r,int); t(r,ValueError,int)
class N(BaseException):
    def __new__(c): return 3
t(r, N)
def m(x):
    try: raise ValueError
    except x: return 3
t(m,3); t(m,(3,)); t(m,(KeyError,(ValueError,))) ; t(m,int); t(m,(KeyError,ValueError))
class E1(Exception):
    def __init__(self, a, b=2):
        super().__init__(a)
        self.a=a; self.b=b
t(lambda: E1(1).args); t(lambda: E1(1,b=3).__dict__); t(lambda: repr(E1(4)))
class E2(E1): pass
t(lambda: E2()); t(lambda: str(E2(5)))
class E3(KeyError, AttributeError): pass
t(lambda: E3('x')); t(lambda: str(E3('x')))
try:
    class E4(OSError, ImportError): pass
except TypeError as e: print(e)
print(sys.exc_info())
try: 1/0
except ZeroDivisionError as e:
    print(sys.exc_info()[0], sys.exception() is e, e.__traceback__.tb_lineno, e.__traceback__.tb_frame.f_code.co_name, e.__traceback__.tb_next)
print(sys.exception())
def ctx():
    try:
        try: raise KeyError(1)
        except KeyError: raise ValueError(2)
    except ValueError as e: return e
e=ctx(); print(repr(e.__context__), e.__cause__, e.__suppress_context__)
def f():
    try: raise ValueError(1)
    except ValueError as e1:
        try: raise KeyError(2) from e1
        except KeyError as e2:
            print(e2.__cause__ is e1, e2.__context__ is e1, e2.__suppress_context__)
            try: raise e1
            except ValueError as e3: print(e3 is e1, e3.__context__, e2.__context__)
f()
def g():
    raise
t(g)
try:
    try: raise ValueError('a')
    finally:
        try: raise KeyError('b')
        except KeyError as k: print('ctx', repr(k.__context__))
except ValueError as v: print(repr(v.__context__))
try: e
except NameError as x: print(x.name)
else: print('still')
def lo():
    try: raise ValueError
    except ValueError as e: pass
    return e
t(lo)
def free():
    def h(): return zz
    r = None
    try: h()
    except NameError as e: print(e, e.name)
    zz = 1
free()
with_e = None
class CM:
    def __enter__(self): return self
    def __exit__(self, t, v, tb): print('exit', t, v, tb is not None); return True
with CM(): raise ValueError('in with')
print(BaseException.__subclasses__()[:3] and 'ok')
print(issubclass(ModuleNotFoundError, ImportError), IOError is OSError)
print([c.__name__ for c in Exception.__mro__])
try: assert False, "msg"
except AssertionError as e: print(e.args)
try: assert 0
except AssertionError as e: print(e.args)
