def attempt(f):
    try:
        f()
    except BaseException as e:
        print(type(e).__name__, "|", str(e), "|", repr(e), "|", e.args)
def key(): {}["k"]
def key2(): {}[1, "x"]
def key3(): raise KeyError
def key4(): raise KeyError("a", "b")
def idx(): [][5]
def attr(): object().nope
def name(): undefined_name_x
def stop(): raise StopIteration(5)
def exit_(): raise SystemExit(3)
def exit2(): raise SystemExit("msg")
def exit3(): raise SystemExit
def kbd(): raise KeyboardInterrupt
def gen(): raise GeneratorExit
def os3(): raise OSError("just text")
def uni(): raise UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad")
def asr(): assert False
def asr2(): assert 0, "message"
def asr3(): assert (), ("tuple", 1)
def asr4(): assert None, None
def imp(): raise ImportError("m", name="n", path="p")
def syn(): raise SyntaxError("bad")
def arith(): raise FloatingPointError("f")
for f in (key, key2, key3, key4, idx, attr, name, stop, exit_, exit2, exit3, kbd, gen, os3, uni, asr, asr2, asr3, asr4, imp, syn, arith):
    attempt(f)
try:
    object().zap
except AttributeError as e:
    print(e.name, type(e.obj).__name__)
try:
    zork
except NameError as e:
    print(e.name)
try:
    raise StopIteration("v", 2)
except StopIteration as e:
    print(e.value, e.args)
try:
    raise SystemExit(7)
except SystemExit as e:
    print(e.code)
try:
    raise ImportError("m", name="n")
except ImportError as e:
    print(e.name, e.path, e.msg)
try:
    {}["q"]
except KeyError as e:
    print(e.args[0], str(e), e)
