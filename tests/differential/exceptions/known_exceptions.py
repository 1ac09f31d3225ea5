# Classes of exceptions that are known when the program is compiled: how they are made, caught and looked into, and the other
# sides of what is guarded.
import sys


class Refused(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


class Sub(Refused):
    def __init__(self, code, extra):
        super().__init__(code * 2)
        self.extra = extra


class Two(ValueError):
    def __init__(self, a, b=3):
        super().__init__(a, b, "x")
        self.b = b


class Plain(Exception):
    pass


class NoSuper(Exception):
    def __init__(self, x):
        self.x = x


class OwnArgs(Exception):
    def __init__(self, x):
        self.args = (x, x)
        self.other = 1


class NoArgs(Exception):
    def __init__(self, x, *rest):
        super().__init__()
        self.x = x


class WithMethods(LookupError):
    def __init__(self, text):
        super().__init__(text)
        self.text = text

    def __str__(self):
        return "<" + self.text + ">"

    def twice(self):
        return self.text * 2


class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


def check(i):
    k = i % 8
    if k == 0:
        raise Refused(i)
    if k == 1:
        raise Sub(i, "e")
    if k == 2:
        raise Two(i, b=4)
    if k == 3:
        raise Two(i)
    if k == 4:
        raise NoSuper(i)
    if k == 5:
        raise OwnArgs(i)
    if k == 6:
        raise NoArgs(i, 1, 2)
    raise WithMethods(str(i))


def catch_all(n, offset):
    total = 0
    for i in range(n):
        try:
            check(i + offset)
        except Sub as e:
            total += e.code
            print("sub", e, e.args, e.code, e.extra, repr(e), e.__dict__)
        except Refused as e:
            total += e.code
            print("refused", e, e.args, e.code, repr(e), e.__dict__)
        except Two as e:
            total += e.b
            print("two", e, e.args, e.b, e.__dict__)
        except NoSuper as e:
            print("no super", e, e.args, e.x)
        except OwnArgs as e:
            print("own args", e.args, e.other, str(e))
        except NoArgs as e:
            e.new = 5
            print("no args", e.args, e.x, repr(e), e.__dict__)
        except LookupError as e:
            print("methods", e, e.twice(), e.args)
    return total


print(catch_all(17, 0))
print(catch_all(8, 2**70))


# ---- Contexts, causes, finally ----------------------------------------------------------------------------------------


def chains():
    for i in range(3):
        try:
            try:
                raise Refused(i)
            except Refused as e:
                raise Plain("from") from e
        except Plain as p:
            print(p, repr(p.__cause__), repr(p.__context__), p.__cause__.code, sys.exc_info()[0])
        try:
            try:
                raise Refused(i)
            except Refused:
                check(i + 3)
        except Exception as e:
            print(type(e), repr(e.__context__), e.__cause__)
        try:
            try:
                raise Refused(D(i))
            finally:
                print("finally")
        except ValueError:
            print("no")
        except Refused as e:
            print(e.args[0].n)
    print(sys.exc_info())


chains()


def lookups(n):
    t = 0
    for i in range(n):
        try:
            if i & 1:
                raise KeyError(i)
            {}[i]
        except KeyError as e:
            t += e.args[0]
        except (ValueError, Refused):
            t += 1000
        try:
            t += int("x" * (i & 1) + "1")
        except (ValueError, Refused):
            t += 7
        else:
            t += 1
        finally:
            t += 1
    return t


print(lookups(50))


def overflows(n):
    big = 2**62
    total = 0
    for i in range(n):
        try:
            raise Refused(big + i)
        except Refused as e:
            total += e.code
    return total


print(overflows(9))


def other_types(n):
    seen = []
    for i in range(n):
        try:
            raise Refused((1, 2.5, "s", None)[i & 3])
        except Refused as e:
            if e.code:
                seen.append(e.code)
    return seen


print(other_types(8))

# ---- Wrong arguments ------------------------------------------------------------------------------------------------

for make in (lambda: Refused(), lambda: Refused(1, 2), lambda: Sub(1), lambda: Refused(code=3), lambda: Plain(1, 2)):
    try:
        made = make()
        print(repr(made), made.args)
    except TypeError as e:
        print(e)


def ends():
    e = Refused(5)
    e.code = D("field")
    e = Refused(D("argument"))
    e = None
    print("ended")


ends()


# ---- What changes later -----------------------------------------------------------------------------------------------


def replaced(n):
    t = 0
    for i in range(n):
        try:
            raise Refused(i)
        except Refused as e:
            t += e.code
        if i == n // 2:

            def init(self, code):
                Exception.__init__(self, code)
                self.code = code * 100

            Refused.__init__ = init
    return t


print(replaced(10))


def renamed(n):
    global Plain
    t = 0
    old = Plain
    for i in range(n):
        try:
            raise old(i)
        except Plain:
            t += 1
        except old:
            t += 100
        if i == 3:
            Plain = ValueError
    return t


print(renamed(6))


def not_a_class(n):
    for pattern in (Refused, (Two, Refused), (), int, 5):
        try:
            try:
                raise Refused(1)
            except pattern as e:
                print("caught", e.args)
        except TypeError as e:
            print(e)
        except Refused as e:
            print("passed", e.args)


not_a_class(1)


class Late(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


def property_later(n):
    t = 0
    for i in range(n):
        try:
            raise Late(i)
        except Late as e:
            t += e.code
        if i == 2:
            Late.code = property(lambda self: 1000, lambda self, value: None)
    return t


print(property_later(5))
