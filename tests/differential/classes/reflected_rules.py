class A:
    def __add__(self, o):
        print("A.add")
        return NotImplemented
    def __radd__(self, o):
        print("A.radd")
        return "A.radd result"
    def __eq__(self, o):
        print("A.eq")
        return NotImplemented
    def __lt__(self, o):
        print("A.lt")
        return NotImplemented
    def __gt__(self, o):
        print("A.gt")
        return "A.gt result"
class B:
    def __add__(self, o):
        print("B.add")
        return NotImplemented
    def __radd__(self, o):
        print("B.radd")
        return NotImplemented
class C(A):
    def __radd__(self, o):
        print("C.radd")
        return "C.radd result"
    def __gt__(self, o):
        print("C.gt")
        return "C.gt"
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: A() + B())
attempt(lambda: B() + A())
attempt(lambda: A() + A())
attempt(lambda: B() + B())
attempt(lambda: A() + C())
attempt(lambda: C() + A())
attempt(lambda: 5 + A())
attempt(lambda: 5 + B())
attempt(lambda: B() + 5)
attempt(lambda: A() == A())
attempt(lambda: A() == 5)
attempt(lambda: 5 == A())
attempt(lambda: A() != A())
attempt(lambda: A() < A())
attempt(lambda: A() < 5)
attempt(lambda: 5 < A())
attempt(lambda: A() < C())
attempt(lambda: A() > A())
attempt(lambda: B() < B())
attempt(lambda: A() <= A())
class NoAdd:
    __add__ = None
    def __radd__(self, o): return "radd"
attempt(lambda: NoAdd() + 1)
attempt(lambda: 1 + NoAdd())
class InstAdd: pass
i = InstAdd()
i.__add__ = lambda o: "instance"
attempt(lambda: i + 1)
class Sub(int):
    def __radd__(self, o): return "Sub.radd"
    def __rsub__(self, o): return "Sub.rsub"
attempt(lambda: 5 + Sub(3))
attempt(lambda: Sub(3) + 5)
attempt(lambda: 5 - Sub(3))
attempt(lambda: 5 * Sub(3))
