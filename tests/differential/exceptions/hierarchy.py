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
caught = []
for c in (KeyError, IndexError, ZeroDivisionError, OverflowError, FileNotFoundError, UnicodeDecodeError, RecursionError, ModuleNotFoundError):
    for b in (LookupError, ArithmeticError, OSError, ValueError, RuntimeError, ImportError):
        if issubclass(c, b): caught.append((c.__name__, b.__name__))
print(caught)
for n in ("ValueError", "OSError"):
    e = getattr(builtins, n)("text")
    print(repr(e), str(e), e.args, e.__traceback__, e.__cause__, e.__context__, bool(e), e == e, e == getattr(builtins, n)("text"))
