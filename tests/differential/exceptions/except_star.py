# versions: 3.12 3.13 3.14
"""except*: what each clause takes, what is raised in the end, and what is handled meanwhile."""
import sys


def show(e, indent=""):
    if e is None:
        print(indent + "nothing")
        return
    extra = ""
    if e.__context__ is not None:
        extra += f" context={e.__context__!r}"
    if e.__cause__ is not None:
        extra += f" cause={e.__cause__!r}"
    print(f"{indent}{type(e).__name__} {e.args[0] if e.args else ''!r}{extra}")
    if isinstance(e, BaseExceptionGroup):
        for member in e.exceptions:
            show(member, indent + "  ")


def lines(e):
    found = []
    tb = e.__traceback__
    while tb:
        found.append(tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno if hasattr(tb, "tb_frame") else tb.tb_lineno)
        tb = tb.tb_next
    return len(found)


def run(f, *args):
    print("--", f.__name__)
    try:
        print("gives", f(*args))
    except BaseException as e:
        show(e)
        print("entries", lines(e))
    print(sys.exc_info())


def group(*items):
    return ExceptionGroup("g", [i if isinstance(i, BaseException) else i("x") for i in items])


def parts():
    try:
        raise group(ValueError, TypeError, group(OSError, ValueError), KeyError)
    except* ValueError as e:
        show(e)
        print(repr(sys.exc_info()[1]))
    except* (TypeError, OSError) as e:
        show(e)
    else:
        print("else")
    finally:
        print("finally", repr(sys.exc_info()[1]))


run(parts)


def nothing():
    try:
        pass
    except* ValueError:
        print("no")
    else:
        print("else")
    finally:
        print("finally")
    return "done"


run(nothing)


def naked(kind):
    try:
        raise kind("naked")
    except* ValueError as e:
        show(e)
        print(type(e), e.exceptions[0].__traceback__ is not None)
    except* KeyboardInterrupt as e:
        show(e)
        print(type(e))
    return "end"


run(naked, ValueError)
run(naked, KeyboardInterrupt)
run(naked, TypeError)


def again():
    try:
        raise group(ValueError, TypeError, KeyError)
    except* ValueError:
        raise
    except* TypeError as e:
        raise


run(again)


def again_naked():
    try:
        raise ValueError("naked")
    except* ValueError:
        raise


run(again_naked)


def new():
    try:
        raise group(ValueError, TypeError, KeyError)
    except* ValueError:
        raise OSError("new")
    except* TypeError as e:
        raise RuntimeError("other") from e


run(new)


def new_all():
    try:
        raise group(ValueError, TypeError)
    except* (ValueError, TypeError):
        raise OSError("only")


run(new_all)


def new_naked():
    try:
        raise ValueError("naked")
    except* ValueError:
        raise OSError("only")


run(new_naked)


def raise_e():
    try:
        raise group(ValueError, TypeError)
    except* ValueError as e:
        raise e
    except* TypeError as e:
        raise e


run(raise_e)


def raise_part():
    try:
        raise group(ValueError, TypeError)
    except* ValueError as e:
        raise e.exceptions[0]


run(raise_part)


def inner():
    try:
        try:
            raise group(ValueError, TypeError, KeyError)
        except* ValueError:
            print("inner")
    except* TypeError:
        print("outer")


run(inner)


def name_is_gone():
    try:
        raise group(ValueError)
    except* ValueError as e:
        pass
    try:
        return e
    except UnboundLocalError as error:
        return str(error)


run(name_is_gone)


def name_is_gone_after_error():
    try:
        try:
            raise group(ValueError)
        except* ValueError as e:
            1 / 0
    except ZeroDivisionError as z:
        print("zero")
    except ExceptionGroup as g:
        show(g)
    try:
        return e
    except UnboundLocalError as error:
        return str(error)


run(name_is_gone_after_error)


def bad(pattern):
    try:
        raise group(ValueError)
    except* pattern:
        print("no")


for pattern in (5, "x", (ValueError, 3), ExceptionGroup, (TypeError, BaseExceptionGroup), int):
    run(bad, pattern)


def bad_unraised(pattern):
    try:
        pass
    except* pattern:
        print("no")
    return "not looked at"


run(bad_unraised, 5)


def order():
    def say(name, value):
        print("pattern", name, repr(sys.exc_info()[1]))
        return value

    try:
        raise group(ValueError, TypeError)
    except* say("a", OSError):
        print("no")
    except* say("b", ValueError):
        print("b")
    except* say("c", TypeError):
        print("c")
    except* say("d", TypeError):
        print("d")


run(order)


class Own(ExceptionGroup):
    def __new__(cls, message, excs, code):
        self = super().__new__(cls, message, excs)
        self.code = code
        return self

    def derive(self, excs):
        print("derive", len(excs))
        return Own(self.message, excs, self.code + 1)


def own():
    try:
        raise Own("own", [ValueError(1), Own("deep", [ValueError(2), TypeError(3)], 50), KeyError(4)], 10)
    except* ValueError as e:
        show(e)
        print(e.code, e.exceptions[1].code)
    except* TypeError as e:
        show(e)
        print(e.code)


run(own)


class BadDerive(ExceptionGroup):
    def derive(self, excs):
        return ValueError("no group")


def bad_derive():
    try:
        raise BadDerive("bad", [ValueError(1), TypeError(2)])
    except* ValueError:
        print("no")


run(bad_derive)


def loops():
    out = []
    for i in range(3):
        try:
            if i:
                raise group(ValueError) if i == 1 else ValueError(i)
        except* ValueError as e:
            for x in e.exceptions:
                if x.args == (1,):
                    break
                out.append(x.args)
            while True:
                break
            out.append((lambda: (yield))is not None)
        else:
            out.append("fine")
    return out


run(loops)


def generator():
    try:
        yield 1
    except* ValueError as e:
        yield repr(e)
        yield repr(sys.exc_info()[1])
    except* TypeError as e:
        yield "type"
    yield "end"


g = generator()
print(next(g), g.throw(group(ValueError, TypeError)), next(g), next(g), next(g))
g = generator()
print(next(g))
try:
    g.throw(KeyError("k"))
except KeyError as e:
    print(repr(e))


def noted():
    e = group(ValueError, TypeError)
    e.add_note("a note")
    try:
        raise e
    except* ValueError as v:
        print(v.__notes__)
        v.add_note("more")
        raise
    except* TypeError as t:
        print(t.__notes__)


try:
    noted()
except ExceptionGroup as e:
    show(e)
    print(e.__notes__, e.__suppress_context__)


def shared():
    leaf = ValueError("shared")
    try:
        raise ExceptionGroup("twice", [leaf, ExceptionGroup("in", [leaf, TypeError("t")])])
    except* ValueError:
        raise


run(shared)

try:
    raise group(ValueError, OSError)
except* ValueError as e:
    at_module = e
    print("module", repr(e))
except* OSError:
    pass
print("e" in globals(), at_module.__suppress_context__, at_module.__cause__)

eg = group(ValueError, group(TypeError, ValueError))
print(eg.split(ValueError), eg.split(lambda e: e is eg.exceptions[0]), eg.subgroup(TypeError), eg.subgroup(KeyError))
print(eg.split(ExceptionGroup), eg.split((OSError, KeyError)))
for wrong in (5, "x", [ValueError], int, (ValueError, 1), ()):
    try:
        print(eg.split(wrong))
    except TypeError as e:
        print(e)
part = eg.split(ValueError)[0]
print(part.__suppress_context__, part.__traceback__, part.message, part.exceptions)
eg.__notes__ = ("tuple", "of notes")
print(eg.split(ValueError)[1].__notes__)
eg.__notes__ = 5
print(hasattr(eg.split(ValueError)[1], "__notes__"))
raise ExceptionGroup("last", [ValueError(1), group(TypeError)])
