# Classes with __slots__ whose layout is known when the program is compiled, and those where it is not.


class S:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def add(self):
        return self.x + self.y

    def clear(self):
        del self.x


class T(S):
    __slots__ = ["z"]

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z

    def add(self):
        return self.x + self.y + self.z


class One:
    __slots__ = "only"

    def get(self):
        return self.only


class Weak:
    __slots__ = ("__weakref__", "v")

    def __init__(self, v):
        self.v = v


def use(objects, rounds):
    total = 0
    for i in range(rounds):
        s = objects[i % len(objects)]
        s.x = i
        total += s.add() + s.x + s.y
        s.y += 1
    return total


print(use([S(1, 2), T(1, 2, 3)], 40), use([S(0.5, 2)], 3), use([S("a", 1)], 0))


def errors():
    out = []
    s = S(1, 2)
    for i in range(3):
        for name in ("clear", "read", "add", "other", "again", "unknown", "dict"):
            try:
                if name == "clear":
                    s.clear()
                elif name == "read":
                    out.append(s.x)
                elif name == "add":
                    out.append(s.add())
                elif name == "other":
                    s.other = 1
                elif name == "again":
                    s.clear()
                elif name == "unknown":
                    out.append(s.unknown)
                else:
                    out.append(s.__dict__)
            except (AttributeError, TypeError) as error:
                out.append((type(error).__name__, str(error)))
        s.x = [i]
        s.y = [i]
    return out


print(*errors(), sep="\n")

one = One()
for i in range(2):
    try:
        print(one.get())
    except AttributeError as error:
        print(error)
    one.only = {"i": i}
print(one.get(), [Weak(i).v for i in range(3)])


# ---- What holds what: references, cycles and finalizers.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def noisy():
    s = S(Noisy("a"), Noisy("b"))
    s.x = Noisy("c")
    s.x = 3
    s.y = s
    s.y = None
    print("end")


noisy()
ring = T(1, 2, 3)
ring.x = ring
ring.z = [ring]
del ring


# ---- Layouts that are not known.
class Dict:
    __slots__ = ("a", "__dict__")

    def __init__(self, a):
        self.a = a
        self.b = a + 1


class Free(S):
    def __init__(self, x, y):
        super().__init__(x, y)
        self.free = x


class Declares(Noisy):
    __slots__ = ("more",)

    def __del__(self):
        pass


class Mangled:
    __slots__ = ("__hidden", "_Mangled__other")

    def __init__(self):
        self.__hidden = 1
        self.__other = 2

    def sum(self):
        return self.__hidden + self.__other


class Computed:
    __slots__ = tuple("pq")

    def __init__(self):
        self.p = 1
        self.q = 2


class Shadow(S):
    __slots__ = ("x",)  # again

    def __init__(self, x, y):
        S.__init__(self, x, y)


class Empty:
    __slots__ = ()


class Filled(Empty):
    __slots__ = ("v",)

    def __init__(self, v):
        self.v = v


def unknown():
    out = []
    for i in range(3):
        d = Dict(i)
        d.c = i
        f = Free(i, 2)
        m = Declares("m")
        m.more = i
        s = Shadow(i, 5)
        S.x.__set__(s, "base")
        out.append((d.a, d.b, d.c, f.add(), f.free, m.name, m.more, Mangled().sum(), Computed().q, s.x, S.x.__get__(s)))
        out.append((Filled(i).v, sorted(d.__dict__), sorted(f.__dict__)))
    return out


print(*unknown(), sep="\n")


# ---- The class changes.
def change(rounds):
    out = []
    s = S(1, 2)
    for i in range(rounds):
        if i == 2:
            saved = S.x
            setattr(S, "x", property(lambda self: "property"))
        if i == 4:
            setattr(S, "x", saved)
        try:
            out.append(s.x)
            s.x = i
        except AttributeError as error:
            out.append("no setter")
    return out


print(change(6))
try:

    class Conflict:
        __slots__ = ("c",)
        c = 1

except ValueError as error:
    print(error)
S(1, 2).z = 3
