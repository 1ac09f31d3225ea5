import operator as o
def e(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__, x)
for f in [lambda:o.add(1), lambda:o.add(1,'a'), lambda:o.add(a=1,b=2), lambda:o.neg(1,2), lambda:o.countOf(1,2), lambda:o.indexOf(1,2), lambda:o.indexOf([1],2), lambda:o.concat(1,2), lambda:o.concat([1],(2,)), lambda: o.concat({}, {}), lambda:o.iconcat(1,2), lambda:o.iconcat([1],(2,)), lambda:o.length_hint([1,2]), lambda:o.length_hint(1,'a'), lambda:o.length_hint(1, 5), lambda:o.length_hint(1,2,3),
 lambda:o.call(), lambda:o.call(len,[1]), lambda:o.call(dict,a=1), lambda:o.call(5), lambda:o.itemgetter(), lambda:o.itemgetter(1,a=2), lambda:o.itemgetter(1), lambda:o.itemgetter(1,'x'), lambda:o.itemgetter(1)(), lambda:o.itemgetter(1)([1]), lambda:o.itemgetter(1)([1],2), lambda:o.itemgetter(1)(a=1), lambda:o.itemgetter(0,1)('ab'), lambda:o.itemgetter('a').__reduce__(), lambda:o.attrgetter(), lambda:o.attrgetter(1), lambda:o.attrgetter('real'), lambda:o.attrgetter('real','imag')(1j), lambda:o.attrgetter('a.b','c'), lambda:o.attrgetter('real.imag')(5), lambda:o.attrgetter('foo')(5), lambda:o.attrgetter('a.b', 'c').__reduce__(), lambda:o.attrgetter('a', k=1), lambda:o.attrgetter('a')(), lambda:o.attrgetter('a')(1,2),lambda:o.attrgetter('a')(x=2),
 lambda:o.methodcaller(), lambda:o.methodcaller(1), lambda:o.methodcaller('upper'), lambda:o.methodcaller('f',1,x=2), lambda:o.methodcaller('upper')('a'), lambda:o.methodcaller('split',',',maxsplit=1)('a,b,c'), lambda:o.methodcaller('foo')(1), lambda:o.methodcaller('foo')(), lambda:o.methodcaller('a')(1,2), lambda:o.methodcaller('a')(x=1), lambda:o.methodcaller(name='x'), lambda:o.methodcaller('f',1).__reduce__(),
 lambda:o.index('a'), lambda:o.index(True), lambda:o.truth([]), lambda:o.not_(1), lambda:o.is_(1,None), lambda:o.is_none(None), lambda:o.is_not_none(None), lambda:o.contains([1],1), lambda:o.contains(1,1), lambda:o.getitem([1],5), lambda:o.setitem({},1,2), lambda:o.delitem([],0), lambda:o.pow(2,3), lambda:o.ipow(2,3), lambda:o.matmul(1,2), lambda:o.inv(5), lambda:o.invert('a'), lambda:o.lt(1,'a'), lambda:o.eq(1,1.0), lambda:o.iadd([1],(2,)), lambda:o.add, lambda:o.itemgetter, lambda:o.__name__, lambda:o.add.__module__, lambda:o.__add__ is o.add, lambda:o.add.__name__, lambda:o.add.__text_signature__, lambda:o.length_hint.__text_signature__, lambda:o.itemgetter.__module__, lambda:o.itemgetter(1)==o.itemgetter(1)]:
    e(f)
for name in ("lt", "le", "eq", "ne", "ge", "gt", "add", "sub", "mul", "floordiv", "truediv", "mod", "lshift", "rshift", "and_", "xor", "or_", "pow", "iadd", "isub", "imul",
             "ifloordiv", "itruediv", "imod", "ilshift", "irshift", "iand", "ixor", "ior", "ipow", "is_", "is_not", "concat", "matmul", "imatmul"):
    f = getattr(o, name)
    e(lambda: (f(13, 3), f(-7, 2), f.__name__))
    e(lambda: f([1], [2]))
class S:
    def __init__(self): self.items = [1]
    def __getitem__(self, i): return self.items[i]
    def __add__(self, other): return ("S+", other)
    def __iadd__(self, other): return ("S+=", other)
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
    def __index__(self): return 4
    def __length_hint__(self): return 6
s = S()
for f in (lambda: o.concat(s, [2]), lambda: o.iconcat(s, [2]), lambda: o.concat(s, 5), lambda: o.concat([1], s), lambda: (o.neg(s), o.pos(s), o.inv(s), o.invert(s), o.abs(s), o.index(s), o.length_hint(s)),
          lambda: o.countOf([1, 2, 1.0, True], 1), lambda: o.indexOf("abc", "c"), lambda: o.countOf(s, 1), lambda: sorted([(2, "a"), (1, "b")], key=o.itemgetter(0)), lambda: list(map(o.attrgetter("real"), [1, 2.5])),
          lambda: o.itemgetter(slice(1, 3))("abcd"), lambda: o.attrgetter("__class__.__name__", "imag")(3)):
    e(f)
for kind in (o.itemgetter, o.attrgetter, o.methodcaller):
    e(lambda: type("Derived", (kind,), {}))
l = [1]
print(o.setitem(l, 0, 5), l, o.delitem(l, 0), l, o.iadd(l, (1, 2)) is l, o.call(sorted, [2, 1], reverse=True))
rec = []
getter = o.itemgetter(rec)
rec.append(getter)
print(repr(getter))
