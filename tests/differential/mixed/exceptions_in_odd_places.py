def boom(x="boom"): raise ValueError(x)
def attempt(name, f):
    try:
        print(name, f())
    except ValueError as e:
        print(name, "ValueError", e)
    except Exception as e:
        print(name, type(e).__name__, e)
attempt("list", lambda: [1, boom(), 2])
attempt("dict key", lambda: {boom(): 1})
attempt("dict value", lambda: {1: boom()})
attempt("set", lambda: {1, boom()})
attempt("call arg", lambda: print("never", boom()))
attempt("call kw", lambda: print(end=boom()))
attempt("star", lambda: print(*boom()))
attempt("dstar", lambda: print(**boom()))
attempt("callee", lambda: boom()(1))
attempt("subscript", lambda: [1][boom()])
attempt("slice", lambda: [1][boom():])
attempt("attr", lambda: boom().x)
attempt("comp iter", lambda: [x for x in boom()])
attempt("comp cond", lambda: [x for x in [1] if boom()])
attempt("comp elt", lambda: [boom() for x in [1]])
attempt("genexp", lambda: list(boom() for x in [1]))
attempt("compare", lambda: 1 < boom() < 3)
attempt("bool", lambda: 1 and boom())
attempt("ternary", lambda: 1 if boom() else 2)
attempt("fstring", lambda: f"{boom()}")
attempt("fspec", lambda: f"{1:{boom()}}")
attempt("unary", lambda: -boom())
attempt("lambda default", lambda: (lambda x=boom(): x))
def default():
    def g(x=boom("default")): pass
attempt("default", default)
def deco():
    @(lambda fn: boom(fn.__name__))
    def g(): pass
attempt("decorator", deco)
def base():
    class C(boom("base")): pass
attempt("base", base)
def for_iter():
    for x in boom(): pass
attempt("for", for_iter)
def for_body():
    for x in [1]: boom("body")
attempt("for body", for_body)
def while_test():
    while boom("while"): pass
attempt("while", while_test)
def with_expr():
    with boom("with"): pass
attempt("with", with_expr)
def assign_target():
    [1][boom("target")] = 5
attempt("target", assign_target)
def aug():
    x = [0]
    x[0] += boom("aug")
attempt("aug", aug)
def delete():
    del [1][boom("del")]
attempt("del", delete)
def ret():
    return boom("return")
attempt("return", ret)
def raise_expr():
    raise boom("raise expr")
attempt("raise", raise_expr)
def raise_from():
    raise KeyError(1) from boom("from")
attempt("from", raise_from)
def assert_msg():
    assert False, boom("assert message")
attempt("assert", assert_msg)
def except_type():
    try: raise KeyError("orig")
    except boom("except type"): pass
attempt("except", except_type)
def in_finally():
    try: pass
    finally: boom("finally")
attempt("finally", in_finally)
def in_else():
    try: pass
    except ValueError: print("wrong")
    else: boom("else")
attempt("else", in_else)
def unpack():
    a, b = boom("unpack")
attempt("unpack", unpack)
def walrus():
    if (x := boom("walrus")): pass
attempt("walrus", walrus)
def yield_expr():
    yield boom("yield")
attempt("yield", lambda: list(yield_expr()))
def glob():
    global zz
    zz = boom("global")
attempt("global", glob)
class P:
    @property
    def p(self): boom("property")
    def __getitem__(self, k): boom("getitem")
    def __len__(self): boom("len")
    def __eq__(self, o): boom("eq")
    def __hash__(self): boom("hash")
    def __bool__(self): boom("bool")
    def __str__(self): boom("str")
    def __iter__(self): boom("iter")
    def __contains__(self, x): boom("contains")
    def __call__(self): boom("call")
    def __del__(self): pass
p = P()
for name, f in (("p", lambda: p.p), ("getitem", lambda: p[0]), ("len", lambda: len(p)), ("eq", lambda: p == 1), ("in list", lambda: 1 in [p]), ("hash", lambda: {p}), ("bool", lambda: not p), ("str", lambda: str(p)), ("iter", lambda: list(p)), ("contains", lambda: 1 in p), ("call", lambda: p()), ("print", lambda: print(p)), ("format", lambda: f"{p}"), ("sorted", lambda: sorted([p, p], key=len)), ("max", lambda: max(p)), ("sum", lambda: sum(p)), ("unpack", lambda: [*p]), ("map", lambda: list(map(len, [p])))):
    attempt(name, f)
