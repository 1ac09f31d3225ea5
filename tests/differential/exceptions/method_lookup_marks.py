# skip-wasm: the source is not at hand to show its lines
# What tracebacks mark of a call whose method is missing, and of attributes on later lines.
import sys


class Lines:
    """Prints what it is given without the names of files."""

    text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        for line in self.text.splitlines():
            if not line.startswith("  File"):
                print(line)
        self.text = ""


class A: pass
x = A()
def f1(): return x.foo()
def f2(): return x.foo(1, 2).bar
def f3():
    return (x
        .foo(
            1))
def f4(): return x.a.b()
def f5(): x.foo(1).y()
def f6(): return "abc".nothing(1)
def f7(): return None.x()
def f8(): return A.zzz()
def f9(): return sys.nope(3)
def f10(): return super(A, x).foo(*[1])
def f11(): return x.foo(*[1], **{})
def f12(): return x.foo(a=1)
def f13(): return [1].append(1, 2)
def f14(): x.foo += 1
def f15(): del x.foo
def f16(): return x()
def f17(): return x.__class__(1)
def f18(): return f"{x.foo()}"
def f19(): return x.foo [0]
def f20(): return x.foo(x.bar)
def f21(): return x.__init__(1)
def f22(): return "a".join(1)
def f23(): return "a".join([1])
def f24(): return x.__eq__()
sys.stderr = Lines()
for f in [f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23, f24]:
    try:
        f()
    except Exception as e:
        sys.excepthook(type(e), e, e.__traceback__)
        sys.stderr.flush()
