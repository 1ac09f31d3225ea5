# Chains of operators whose result is masked: only the low bits count, whatever overflows on the way. And all that must
# not be cut: other uses, other kinds, what happens in the middle.


def generator(seed, rounds):
    total = 0
    for _ in range(rounds):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        total += seed
    return seed, total


def wide(seed, rounds):
    for _ in range(rounds):
        seed = (seed * 6364136223846793005 + 1442695040888963407) & 0x7FFFFFFFFFFFFFFF
    return seed


def modulo(seed, rounds):
    for _ in range(rounds):
        seed = (seed * 6364136223846793005 - 1442695040888963407) % 2**62
    return seed


def of_variables(a, b, c, d, rounds):
    out = []
    for i in range(rounds):
        a = (a * b + c * d - i) & 0x0FFFFFFFFFFFFFFF
        b = 0x3FFFFFFFFFFFFFFF & (b * b ^ (a << 13) | c)
        c = (c << 62) + (d << 63) & 0x7FFFFFFFFFFFFFFF
        d = (d - a * 3 << 1) % 1024 + i
        out.append((a, b, c, d))
    return out


def shifts(x, rounds):
    for _ in range(rounds):
        x ^= (x << 13) & 0x7FFFFFFFFFFFFFFF
        x ^= x >> 7
        x ^= (x << 17) & 0x7FFFFFFFFFFFFFFF
    return x


class Stream:
    def __init__(self, state):
        self.state = state

    def next(self):
        self.state = (self.state * 25214903917 + 11) & 0xFFFFFFFFFFFF
        return self.state


class Masking:
    def __init__(self, name):
        self.name = name

    def __add__(self, other):
        print("add", self.name, other)
        return 7

    def __radd__(self, other):
        print("radd", self.name, other)
        return other

    def __rmul__(self, other):
        print("rmul", self.name, other)
        return other


def added(a, b, c):
    return (a * b + c) & 0xFFFF


def several(values, factor):
    out = []
    for value in values:
        try:
            out.append((value * factor + 1) & 0xFFFFFFFF)
        except TypeError as error:
            out.append(str(error))
    return out


def kept(a, rounds):
    out = []
    for _ in range(rounds):
        product = a * 6364136223846793005
        low = product & 0xFFFF
        out.append((product, low))
        a = a * 31 + low
    return out


def not_masks(a, rounds):
    out = []
    for i in range(rounds):
        out.append((a * 6364136223846793005 + i) & -2)
        out.append((a * 6364136223846793005 + i) % 1000)
        out.append((a * 6364136223846793005 + i) & 0xFFFFFFFFFFFFFFFFFF)
        out.append((a * 6364136223846793005 >> 3) & 0xFFFF)
        out.append((a * 6364136223846793005 // 3) & 0xFFFF)
        out.append((a * 6364136223846793005 + i) & True)
        out.append((a * 6364136223846793005 << i) & 0xFFFFFFFF)
        out.append((a * 6364136223846793005 + i) & i)
        out.append((a - i << 70) & 0xFFFF)
    return out


def unbound_between(a, rounds):
    out = []
    for i in range(rounds):
        if i == 3:
            del late
        elif i != 4:
            late = i
        try:
            out.append((a * 6364136223846793005 + late) & 0xFFFF)
        except UnboundLocalError as error:
            out.append(str(error))
    return out


def powers_of_two(values):
    return [(value % 8, value // 8, value % 1, value // 1, value % 2**40, value // 2**62) for value in values]


def main():
    print(generator(42, 1000))
    print(generator(True, 10))
    print(generator(-5, 10))
    print(generator(2**64 + 3, 10))
    print(wide(1, 100), wide(2**63 - 1, 100), wide(-1, 100))
    print(modulo(1, 100), modulo(-(2**63), 100))
    print(of_variables(3, 5, 7, 11, 6))
    print(of_variables(2**62, -(2**61), -1, 2**50, 6))
    print(of_variables(2**62, -(2**61), -1, 2**80, 3))
    print(shifts(88172645463325252, 200))
    stream = Stream(1)
    print([stream.next() for _ in range(20)])
    for _ in range(3):
        print(added(2**40, 2**40 + 1, 5), added(2**40, 3, Masking("c")))
    print(added(True, 2**62, -1), added(2**40, Masking("b"), 2**70))
    print(several([1, 2**60, True, -3], 2**59 + 1))
    print(several([1, 2.5, {}, 2**70, None, 2**62], 2**59 + 1))
    print(kept(12345678901, 5))
    print(not_masks(12345678901, 4))
    print(unbound_between(2**50, 6))
    print(powers_of_two([0, 7, 8, -1, -8, -9, 2**62, -(2**63), 2**63, 2**80, True]))


main()
