class A(Exception): pass
class B(A): pass
def attempt(exc, handlers):
    try:
        try:
            raise exc
        except handlers as e:
            return f"caught {type(e).__name__}"
    except BaseException as e:
        return f"missed: {type(e).__name__}: {e}"
print(attempt(B("b"), A), attempt(A("a"), B), attempt(B("b"), (KeyError, A)), attempt(KeyError("k"), (LookupError,)), attempt(ValueError("v"), ()), attempt(KeyboardInterrupt(), Exception), attempt(SystemExit(1), Exception), attempt(GeneratorExit(), BaseException))
print(attempt(A("a"), 5))
print(attempt(A("a"), "x"))
print(attempt(A("a"), (ValueError, 5)))
print(attempt(A("a"), (B, (KeyError, A))))
print(attempt(A("a"), int))
def no_eval():
    try:
        return "fine"
    except undefined_exception:
        return "never"
print(no_eval())
def eval_raises():
    try:
        raise A("orig")
    except undefined_exception:
        return "never"
try:
    eval_raises()
except NameError as e:
    print(e, type(e.__context__).__name__)
def order():
    def h(n, c):
        print("test", n)
        return c
    try:
        raise B()
    except h(1, KeyError):
        pass
    except h(2, A):
        print("got it")
    except h(3, Exception):
        pass
order()
HANDLERS = (ValueError, KeyError)
for e in (ValueError(1), KeyError(2)):
    try:
        raise e
    except HANDLERS as x:
        print(type(x).__name__, x.args)
e = "outer"
try:
    raise A("in")
except A as e:
    print(type(e).__name__)
try:
    print(e)
except NameError as err:
    print(err)
def local_e():
    e = 5
    try:
        raise A()
    except A as e:
        pass
    try:
        return e
    except UnboundLocalError as u:
        return str(u)
print(local_e())
