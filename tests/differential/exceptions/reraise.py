def f():
    try:
        raise ValueError("original")
    except ValueError as e:
        e.note = "seen"
        raise
try:
    f()
except ValueError as e:
    print(e, e.note, e.__context__)
def g():
    try:
        f()
    except ValueError:
        try:
            raise KeyError("during")
        except KeyError:
            pass
        raise
try:
    g()
except ValueError as e:
    print("still original", e)
def h():
    try:
        raise ValueError("h")
    except ValueError as e:
        saved = e
    raise saved
try:
    h()
except ValueError as e:
    print(e, e.__context__)
def helper():
    raise
try:
    try:
        1 / 0
    except ZeroDivisionError:
        helper()
except ZeroDivisionError as e:
    print("helper", e)
def again():
    try:
        raise ValueError("x")
    except ValueError as e:
        raise e
try:
    again()
except ValueError as e:
    print(e.__context__ is None, e.__cause__)
def from_finally():
    try:
        raise ValueError("v")
    finally:
        print("finally sees it")
try:
    from_finally()
except ValueError as e:
    print(e)
e = None
for i in range(3):
    try:
        try:
            raise IndexError(i)
        except IndexError as e:
            if i == 1: raise
            print("handled", e)
    except IndexError as outer:
        print("outer", outer)
try:
    e
    print("e is", e)
except NameError as n:
    print(n)
