def f(): raise ValueError('f')
def mk():
    es=[]
    for i in range(2):
        try: f()
        except ValueError as e: es.append(e)
    try: raise KeyError('k') from es[0]
    except KeyError as e: es.append(e)
    es.append(ExceptionGroup('inner', [TypeError('t'), OSError(2,'no')]))
    return es
import sys
try: raise ExceptionGroup('outer', mk())
except ExceptionGroup as e: sys.excepthook(type(e),e,e.__traceback__)
e=ExceptionGroup('many',[ValueError(i) for i in range(20)])
e.add_note('note')
raise e
