"""Attributes of exceptions: classes with __init__, with a dict that is looked at, with properties, pickled, mixed."""


class Refused(Exception):
    def __init__(self, code, *rest):
        super().__init__(code, *rest)
        self.code = code
        self.rest = rest


e = Refused(1, 2)
print(e.args, e.code, e.rest, vars(e), repr(e), str(e))
e.extra = 5
del e.code
print(e.__dict__, hasattr(e, 'code'))
e.__dict__['code'] = 9
print(e.code, list(e.__dict__))
e.__dict__ = {'only': 1}
print(e.only, hasattr(e, 'code'), e.__reduce__())
print(Refused('x').__reduce__())


class Plain(Exception):
    pass


p = Plain('a')
print(p.__reduce__())
p.note = 1
kind, args, state = p.__reduce__()
q = kind(*args)
q.__setstate__(state)
print(q.note, q.args, vars(q))
p.add_note('n')
print(p.__notes__, vars(p))


class Further(Refused):
    def __init__(self):
        self.before = 0
        super().__init__('further')
        self.after = 1


f = Further()
print(vars(f), f.args)


class Mixin:
    def __init__(self, *args):
        super().__init__(*args)
        self.mixed = args


class Both(Mixin, ValueError):
    pass


class Other(OSError, Mixin):
    def __init__(self, number):
        super().__init__(number, 'text')
        self.mine = number


b = Both(1, 2)
print(b.mixed, b.args, vars(b), isinstance(b, ValueError))
o = Other(2)
print(o.errno, o.strerror, o.mine, vars(o), type(o).__mro__[1].__name__)


class Slotted(Exception):
    __slots__ = ('a',)


class Below(Slotted):
    def __init__(self):
        self.a = 1
        self.b = 2


s = Below()
print(s.a, s.b, vars(s))


class Stop(StopIteration):
    def __init__(self, value):
        super().__init__(value)
        self.kept = value


s = Stop(3)
print(s.value, s.kept, s.args)


class WithProperty(Exception):
    @property
    def code(self):
        return self.args[0]

    @code.setter
    def code(self, value):
        self.args = (value,)


w = WithProperty(4)
w.code = 7
print(w.code, w.args, vars(w))


class WithNew(Exception):
    def __new__(cls, *args):
        self = super().__new__(cls, 'from new')
        self.made = True
        return self

    def __init__(self, *args):
        print('init', args, self.args)


w = WithNew(1, 2)
print(w.args, w.made)


class NoSuper(Exception):
    def __init__(self, x):
        self.x = x


n = NoSuper('given')
print(n.args, n.x, str(n))


class A(Exception):
    def __init__(self):
        self.a = 1


class B(Exception):
    def __init__(self):
        self.b = 2


a = A()
a.__class__ = B
a.b = 3
print(a.a, a.b, type(a).__name__, vars(a))

# args: one, none, many, a tuple; set, and kept.
for args in ((), (1,), ((1, 2),), ((),), (1, 2), ('x',), (None,)):
    e = ValueError(*args)
    print(e.args, str(e), repr(e), e.args == args, e.args is e.args)
    e.args = [3, 4]
    print(e.args)
    e.__init__('again')
    print(e.args)
print(KeyError('k'), KeyError(), KeyError(1, 2), SystemExit((1,)).code, SystemExit(1, 2).code)
try:
    {}[(1, 2)]
except KeyError as e:
    print(e.args, e.args[0])
try:
    {1: 2}[[]]
except TypeError as e:
    print(type(e).__name__)


# The class changes after its instances were made.
def init(self, code):
    self.args = ('replaced', code)


Refused.__init__ = init
r = Refused(5)
print(r.args, vars(r))
del Refused.__init__
print(Refused(6).args)


# Attributes of functions, in an order that changes.
def counter():
    pass


def count(name, n):
    for i in range(n):
        setattr(counter, name, getattr(counter, name, 0) + 1)
        counter.calls += 1


counter.calls = 0
count('x', 3)
del counter.calls
counter.calls = 10
count('y', 2)
print(vars(counter))
counter.__dict__ = {'calls': 1}
counter.calls += 1
print(counter.calls, vars(counter))
try:
    counter.absent += 1
except AttributeError as e:
    print(e, e.name)
for thing in (1, 2.5, True):
    print(thing.real, thing.imag)
