import sys
try: open('io_test.txt','w').close()
except: pass
import sys
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, '|', e, '|', e.args)
p='io_test.txt'
t(open, p+'/x'); t(open, '/nonexistent/dir/file', 'w'); 
t(open,p,'rw'); t(open,p,''); t(open,p,'z'); t(open,p,'rbt'); t(open,p,'rb',encoding='utf-8'); t(open,p,'rb',errors='x'); t(open,p,'rb',newline=''); t(open,p,'w',0); t(open,p,newline='x'); t(open, 3.5); t(open); t(open,p,'r',foo=1); t(open,p,'U'); t(open,p,'r+w'); t(open,'a\0b'); t(open,p,'w',buffering='x'); t(open,p,encoding=3); t(open,p,3)
with open(p,'w') as f:
    print(f.name==p, f.mode, f.encoding, f.errors, f.closed, f.newlines, f.line_buffering, f.writable(), f.readable(), f.seekable(), f.isatty())
    t(f.write,'héllo\nwörld\r\nthird\rfourth')
    t(f.write,3); t(f.write); t(f.read); t(f.readline); t(f.writelines,['a\n','b\n']); t(f.writelines,[3]); t(f.tell); t(f.__next__)
    t(f.flush)
print(f.closed); t(f.write,'x'); t(f.read); t(f.close); t(f.flush); t(f.__enter__); t(f.fileno); t(next, f)
for nl in [None,'','\n','\r','\r\n']:
    with open(p,newline=nl) as f: print(repr(nl), f.readlines(), f.newlines)
with open(p) as f:
    t(f.write,'x'); print(repr(f.read(3)), f.tell(), repr(f.readline()), f.tell(), repr(f.read(0)), repr(f.readline(2)), f.tell())
    pos=f.tell(); rest=f.read(); f.seek(pos); print(f.read()==rest, repr(f.read()))
    t(f.seek,0); print([l for l in f]); t(f.seek,3,1); t(f.seek,0,1); t(f.seek,0,2); t(f.seek,-1); t(f.seek,0,5); t(f.seek,1,2); t(f.readlines,5)
    f.seek(0); print(f.readlines(5)); f.seek(0); it=iter(f); next(it); t(f.tell); print(it is f)
with open(p,'a') as f: print(f.tell()); f.write('APP'); print(f.tell())
with open(p,'r+') as f: f.write('XXX'); f.seek(0); print(f.read()[:4]); f.truncate(6); f.seek(0); print(repr(f.read()))
with open(p,'w+') as f: f.write('abc'); f.seek(0); print(f.read())
t(open,p,'x')
with open(p,'wb') as f:
    print(f.name==p,f.mode); t(f.write,b'a\nb\xff\nccc'); t(f.write,'s'); t(f.read); t(f.write,bytearray(b'zz')); t(f.tell); t(f.seek,1); t(f.write,b'Q'); t(f.truncate,6)
with open(p,'rb') as f:
    print(f.read(2), f.readline(), f.read(), f.read(), f.seek(0), f.readlines(), f.tell(), f.seek(-2,2), f.read()); t(f.write,b'x'); f.seek(0); print([l for l in f]); t(f.seek,-100,1); t(f.seek,0,9); ba=bytearray(3); f.seek(0); print(f.readinto(ba), ba, f.peek(2)[:2], f.read1(2), f.readable(), f.writable())
t(f.read); t(f.fileno); t(f.seek,0); t(f.tell); print(f.closed, f)
with open(p,'rb',0) as f: print(f.read(2), f.read(), f.mode, type(f).__name__)
with open(p,'r+b') as f: print(f.read(1)); f.write(b'!!'); f.seek(0); print(f.read(), type(f).__name__, f.mode)
with open(p,'wb') as f: f.write(b'ok\xff\xfe\nx')
def rd(**k):
    with open(p,**k) as f: return f.read()
t(rd); t(rd,errors='ignore'); t(rd,errors='replace'); t(rd,encoding='latin-1'); t(rd,encoding='ascii'); t(rd,errors='surrogateescape'); t(rd,encoding='nope'); t(rd,errors='backslashreplace')
with open(p,'w',encoding='ascii') as f: t(f.write,'é'); t(f.write,'ok')
with open(p,'w',encoding='latin-1') as f: t(f.write,'é€')
with open(p,'w',encoding='utf-16') as f: f.write('hi')
print(open(p,'rb').read(), open(p,encoding='utf-16').read())
with open(p,'w',newline='\r\n') as f: f.write('a\nb\n')
print(open(p,'rb').read())
with open(p,'w') as f: f.write('x'*20000+'\n'+'y'*5)
with open(p) as f: print(len(f.readline()), f.tell(), f.read())
print(repr(open(p)).replace(p,'P'))
print(1,2,3,sep='-',end='!\n'); print(); print(sep='x'); print('a','b',sep=''); print(*range(5)); print(None, True, 1.5, [1], end=''); print()
t(print,1,sep=3); t(print,1,end=3); t(print,1,foo=2); t(print,1,file=3); t(print,'x',flush=True)
class W:
    def __init__(s): s.d=[]
    def write(s,x): s.d.append(x)
w=W(); print('a',1,file=w); print(w.d); t(print,'z',file=w,flush=True)
old=sys.stdout; sys.stdout=w; print('hidden'); sys.stdout=old; print(w.d[-2:])
sys.stdout=None; print('nothing'); sys.stdout=old
del sys.stdout
try: print('x')
except RuntimeError as e: sys.stdout=old; print(e)
sys.stdout.write('w1\n'); sys.stdout.flush(); sys.stdout.buffer.write(b'bytes\n'); sys.stdout.buffer.flush(); sys.stdout.writelines(['a','b\n'])
print('é日本', '\u20ac'); t(print,'\ud800'); print(ascii('é'))
print('to stderr', file=sys.stderr)
class S:
    def __str__(self): raise ValueError('str fails')
t(print, S())
