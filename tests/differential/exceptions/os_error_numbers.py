def attempt(*args):
    try:
        raise OSError(*args)
    except OSError as e:
        print(type(e).__name__, "|", e, "|", repr(e), e.args, e.errno, e.strerror, e.filename)
for code in (1, 2, 3, 4, 9, 10, 11, 13, 17, 20, 21, 32, 103, 104, 111, 110, 5):
    print(code, type(OSError(code, "text")).__name__, OSError(code, "text"))
class Sub(OSError): pass
print(type(Sub(2, "x")).__name__, type(OSError(2)).__name__, type(FileNotFoundError(1, "a")).__name__)
attempt()
attempt("text")
attempt(2)
attempt(2, "No such file")
attempt(2, "No such file", "name.txt")
attempt(13, "denied", "from", None, "to")
attempt(1, 2, 3, 4, 5, 6)
try:
    open("no/such/file")
except OSError as e:
    print(e.errno, e.strerror, e.filename, isinstance(e, FileNotFoundError))
