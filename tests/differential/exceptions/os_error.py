# oracle: native
def t(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__, '|', e, '|', e.args)
t(lambda: OSError(2,'x','f','g','h'))
t(lambda: OSError(2,'x','f','g','h').filename2)
t(lambda: OSError(2,'x','f').args)
t(lambda: OSError(2,'x','f',3,4,5,6).args)
t(lambda: str(OSError(2,'x')))
t(lambda: str(OSError(2,'x','y')))
t(lambda: str(OSError(2,'x','y',None,'z')))
t(lambda: OSError(2,'x',filename=3))
t(lambda: OSError(2,'x','f').__reduce__())
class F(OSError):
    def __init__(self,*a): self.z=a
t(lambda: F(2,'x','y').errno)
t(lambda: F(2,'x','y').z)
t(lambda: OSError('a',b='c'))
t(lambda: BlockingIOError(11,'x',5).characters_written)
t(lambda: OSError(11,'x').characters_written)
t(lambda: type(OSError(2,'x')))
for e in range(1,140):
    x=OSError(e,'x')
    if type(x) is not OSError: print(e,type(x).__name__)
