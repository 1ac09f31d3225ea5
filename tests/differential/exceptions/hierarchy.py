names = """BaseException Exception ArithmeticError AssertionError AttributeError BufferError EOFError FloatingPointError GeneratorExit ImportError IndexError KeyError
KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotImplementedError OSError OverflowError RecursionError ReferenceError RuntimeError StopIteration
StopAsyncIteration SyntaxError IndentationError TabError SystemError SystemExit TypeError UnboundLocalError UnicodeError UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError
ValueError ZeroDivisionError BlockingIOError ChildProcessError ConnectionError BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError FileExistsError
FileNotFoundError InterruptedError IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError Warning UserWarning DeprecationWarning PendingDeprecationWarning
SyntaxWarning RuntimeWarning FutureWarning ImportWarning UnicodeWarning BytesWarning ResourceWarning EncodingWarning""".split()
import builtins
for n in names:
    c = getattr(builtins, n)
    print(n, [b.__name__ for b in c.__mro__[1:-1]], c.__module__)
print(IOError is OSError, EnvironmentError is OSError)
for code in (1, 2, 3, 4, 9, 10, 11, 13, 17, 20, 21, 32, 103, 104, 111, 110, 5):
    print(code, type(OSError(code, "text")).__name__, OSError(code, "text"))
class Sub(OSError): pass
print(type(Sub(2, "x")).__name__, type(OSError(2)).__name__, type(FileNotFoundError(1, "a")).__name__)
caught = []
for c in (KeyError, IndexError, ZeroDivisionError, OverflowError, FileNotFoundError, UnicodeDecodeError, RecursionError, ModuleNotFoundError):
    for b in (LookupError, ArithmeticError, OSError, ValueError, RuntimeError, ImportError):
        if issubclass(c, b): caught.append((c.__name__, b.__name__))
print(caught)
for n in ("ValueError", "OSError"):
    e = getattr(builtins, n)("text")
    print(repr(e), str(e), e.args, e.__traceback__, e.__cause__, e.__context__, bool(e), e == e, e == getattr(builtins, n)("text"))
