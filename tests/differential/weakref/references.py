import _weakref as weakref, gc


class A:
    pass


class Named:
    __slots__ = ("x", "__weakref__")


class NoWeak:
    __slots__ = ()


def attempt(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


a = A()
r = weakref.ref(a)
print(r is weakref.ref(a), r() is a, weakref.getweakrefcount(a), weakref.getweakrefs(a) == [r], a.__weakref__ is r)


def called(reference):
    print("called", reference is r2, reference())


r2 = weakref.ref(a, called)
r3 = weakref.ref(a, lambda reference: print("third"))
print(r == r2, r != r2, hash(r) == hash(a), r2.__callback__ is called, r.__callback__, len(weakref.getweakrefs(a)))
p = weakref.proxy(a, lambda proxy: print("proxy"))
print(type(p), weakref.proxy(a) is weakref.proxy(a), type(weakref.proxy(A)))
print(repr(r).replace(hex(id(r)), "R").replace(hex(id(a)), "A"), repr(p)[:14])
print(repr(weakref.ref(called)).split("to ")[1].split(" at")[0], repr(weakref.ref(called)).endswith("(called)>"))
del a
print(r(), r2(), r2.__callback__, repr(r2)[:10], repr(r2)[-5:], hash(r) == hash(r), r == r2, r == r)
for call in (lambda: hash(r3), lambda: p.x, lambda: weakref.ref(1), lambda: weakref.ref(), lambda: weakref.ref(A, 1, 2), lambda: weakref.ref([]), lambda: weakref.proxy(1),
             lambda: hash(p), lambda: weakref.proxy(), lambda: r.x, lambda: weakref.getweakrefcount(1), lambda: weakref.getweakrefs(1),
             lambda: weakref.ref[int], lambda: weakref.ref, lambda: str(p), lambda: r < r2, lambda: bool(p), lambda: p(), lambda: len(p), lambda: p + 1, lambda: 1 + p, lambda: iter(p), lambda: weakref.ref(NoWeak()),
             lambda: weakref.ref(Named())(), lambda: p.__class__, lambda: weakref.proxy(A)()):
    attempt(lambda: str(call()).split(" at 0x")[0])
for x in (A, len, (lambda: 0), {1}, frozenset(), (i for i in []), gc, called.__code__, memoryview(b""), list[int], A().__init__, type, object, 1.5, "a", (),
          {}, None, property(), range(3), slice(1), Exception(), staticmethod(called), classmethod(called), iter([]), [].append, str.join, zip(), map(str, []), super(A, A()), object(), ...):
    try:
        weakref.ref(x)
        print("ok", type(x).__name__)
    except TypeError as e:
        print(e)


class KeyedRef(weakref.ref):
    def __new__(cls, ob, callback, key):
        self = super().__new__(cls, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


k = Named()
keyed = KeyedRef(k, None, "key")
print(keyed.key, keyed() is k, keyed is KeyedRef(k, None, "key"), weakref.getweakrefcount(k), keyed == weakref.ref(k))
del k
print(keyed())

# A callback that fails, one that makes the referent's sibling die, and references that die before their objects.
b, c = A(), A()
keep = [weakref.ref(b, lambda ref: globals().__delitem__("c"))]
keep.append(weakref.ref(c, lambda ref: print("c is dead", keep[0]())))
del b
print(keep)if False else print(len(keep))
d = A()
refs = [weakref.ref(d, lambda ref, n=n: print("n", n)) for n in range(5)]
del refs[1], refs[2]
print(weakref.getweakrefcount(d))
del d

# Cycles: a reference outside is called, one that is garbage itself is not.
class Node:
    def __init__(self, name):
        self.name = name
        self.me = self


n = Node("cycle")
outside = weakref.ref(n, lambda ref: print("cycle is dead", ref()))
n.inside = weakref.ref(n, lambda ref: print("never"))
one, two = Node("one"), Node("two")
one.other, two.other = two, one
ref_one = weakref.ref(one, lambda ref: print("one is dead", ref_two()))
ref_two = weakref.ref(two, lambda ref: print("two is dead", ref_one()))
gc.disable()
del n
gc.collect()
del one, two
gc.collect()
gc.enable()


class Resurrects:
    def __del__(self):
        global back
        back = self
        print("del", late() is self)


x = Resurrects()
late = weakref.ref(x, lambda ref: print("late"))
del x
print(late() is back)
del back
print(late())
cache = {}
objects = [A() for _ in range(300)]
for i, o in enumerate(objects):
    cache[weakref.ref(o)] = i
print(len(cache), cache[weakref.ref(objects[7])], sum(ref() is not None for ref in cache))
del objects[::2], o
print(sum(ref() is not None for ref in cache))
