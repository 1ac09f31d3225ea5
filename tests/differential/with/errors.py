def attempt(f):
    try:
        f()
    except BaseException as e:
        print(type(e).__name__, e, "| context:", type(e.__context__).__name__)
class NoExit:
    def __enter__(self): return 1
class NoEnter:
    def __exit__(self, *a): pass
class EnterFails:
    def __enter__(self): raise RuntimeError("enter failed")
    def __exit__(self, *a): print("never called")
class ExitFails:
    def __enter__(self): return self
    def __exit__(self, *a): raise OSError("exit failed")
class Ok:
    def __enter__(self): print("ok enter"); return self
    def __exit__(self, *a): print("ok exit", a[0] and a[0].__name__)
class Truthy(Ok):
    def __exit__(self, *a): return "yes"
class BoolFails(Ok):
    def __exit__(self, *a):
        class B:
            def __bool__(self): raise TypeError("bool fails")
        return B()
def f1():
    with NoExit(): pass
def f2():
    with NoEnter(): pass
def f3():
    with 5: pass
def f4():
    with EnterFails(): pass
def f5():
    with ExitFails(): pass
def f6():
    with ExitFails(): raise ValueError("body")
def f7():
    with Ok(), EnterFails(): pass
def f8():
    with Ok(), ExitFails(), Ok(): raise ValueError("body")
def f9():
    with Truthy(): raise KeyError("gone")
    print("continues")
def f10():
    with BoolFails(): raise KeyError("k")
def f11():
    with Ok() as (a, b): pass
def f12():
    with undefined_cm: pass
def f13():
    with Ok(): raise SystemExit(4)
def f14():
    with None as x: pass
def f15():
    with Ok(): return
for f in (f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15):
    attempt(f)
