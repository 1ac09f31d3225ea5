class AppError(Exception):
    """Base."""
class NotFound(AppError):
    def __init__(self, key, where="here"):
        super().__init__(f"{key!r} not found {where}")
        self.key = key
class Coded(AppError):
    def __init__(self, code, msg):
        self.code, self.msg = code, msg
    def __str__(self):
        return f"[{self.code}] {self.msg}"
class NoArgs(AppError):
    pass
class Multi(NotFound, KeyError):
    pass
for e in (AppError(), AppError("m"), AppError("a", 2), NotFound("k"), NotFound("k", where="there"), Coded(5, "bad"), NoArgs(), Multi("mk")):
    print(type(e).__name__, str(e), repr(e), e.args, isinstance(e, AppError), isinstance(e, LookupError))
def handle(e):
    try:
        raise e
    except NotFound as x:
        return f"NotFound {x.key}"
    except Coded as x:
        return f"Coded {x.code}"
    except AppError as x:
        return f"AppError {x!r}"
    except Exception as x:
        return f"other {x!r}"
print(handle(NotFound(1)), handle(Coded(1, "x")), handle(NoArgs(1)), handle(Multi("z")), handle(ValueError("v")))
class Deco(Exception):
    def __repr__(self): return "<Deco>"
    def __str__(self): return "deco str"
    def __eq__(self, o): return True
    __hash__ = None
print(repr(Deco()), str(Deco()), f"{Deco()}", [Deco()], Deco() == 1)
class WithNew(Exception):
    def __new__(cls, *a):
        self = super().__new__(cls, *a)
        self.tag = "new"
        return self
print(WithNew(1, 2).args, WithNew(1).tag)
e = AppError("x")
e.args = (1, 2, 3)
print(e, e.args)
e.args = "ab"
print(e.args)
try:
    e.args = 5
except TypeError as x:
    print(x)
e.extra = {"a": 1}
print(e.extra, e.__dict__)
