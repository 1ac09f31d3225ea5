# Subscripts of bytes and bytearrays in hot loops, and what their guards must notice.


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def total(data, indices):
    s = 0
    for i in indices:
        s += data[i]
    return s


def fill(array, indices, value):
    for i in indices:
        array[i] = value
        value += 1
    return array


text = b"hello world"
buffer = bytearray(b"0123456789")
print(total(text, range(11)), total(text, range(-11, 0)), total(buffer, [0, 5, -1]), total(bytes(4), range(4)))
for bad in (11, -12, 2**40, 2**70, "x", None, 1.0, True, slice(0, 2)):
    print(attempt(total, text, [0, bad]), attempt(total, buffer, [0, bad]))
print(fill(bytearray(4), range(4), 250), fill(bytearray(4), [-1, -2], 7), fill(bytearray(2), [True], 1))
for bad in (256, -1, 2**70, "x", None, 1.5, True, b"a"):
    print(attempt(fill, bytearray(3), [0], bad))
for bad in (3, -4, 2**70, "x", None):
    print(attempt(fill, bytearray(3), [0, bad], 1))
print(attempt(fill, b"abc", [0], 1))


class Loud(bytearray):
    def __getitem__(self, index):
        return 1000

    def __setitem__(self, index, value):
        bytearray.__setitem__(self, index, 9)


class Quiet(bytes):
    pass


print(total(Loud(b"ab"), [0, 1]), fill(Loud(b"ab"), [0, 1], 70), total(Quiet(b"ab"), [0, 1]))
print(total([1, 2], [0, 1]), total((3, 4), [0, 1]), total({0: 5}, [0]), total(memoryview(b"ab"), [0, 1]), attempt(total, "ab", [0]))


# It changes while it is looked into.
def shrink(array):
    s = 0
    try:
        for i in range(10):
            s += array[i]
            if i == 3:
                del array[:3]
            if i == 5:
                array.extend(b"abc")
    except IndexError as error:
        print(error)
    return s


def changing(n):
    data = b"ab"
    out = []
    for i in range(n):
        out.append(data[i % 2])
        if i == 2:
            data = bytearray(b"xyz")
        if i == 4:
            data[0] = 33
        if i == 6:
            data = "st"
    return out


print(shrink(bytearray(range(10))), shrink(bytearray(range(12))), changing(9))


def sieve(n):
    flags = bytearray([1]) * n
    flags[0] = flags[1] = 0
    i = 2
    while i * i < n:
        if flags[i]:
            for j in range(i * i, n, i):
                flags[j] = 0
        i += 1
    return [i for i in range(n) if flags[i]]


def checksum(data):
    a, b = 1, 0
    for i in range(len(data)):
        a = (a + data[i]) % 65521
        b = (b + a) % 65521
    return b << 16 | a


print(sieve(60), checksum(b"Wikipedia"), checksum(bytearray(1000)))


def counts(text):
    table = bytearray(256)
    for byte in text:
        table[byte] += 1
    return [(chr(i), table[i]) for i in range(256) if table[i]]


print(counts(text), attempt(counts, b"a" * 256))
