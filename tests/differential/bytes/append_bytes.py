# bytearray.append in loops, with what it refuses.
class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


def fill(count):
    out = bytearray()
    for i in range(count):
        byte = i * 7 & 255
        out.append(byte)
    return out


def wrong(values):
    out = bytearray(b"x")
    for value in values:
        try:
            print(out.append(value), out)
        except (ValueError, TypeError, OverflowError) as error:
            print(type(error).__name__, error)
    return out


def numbers(values):
    out = bytearray()
    for value in values:
        byte = value + 0
        try:
            out.append(byte)
        except ValueError as error:
            print(error)
    return out


def exported():
    out = bytearray(b"abc")
    for i in range(5):
        if i == 3:
            view = memoryview(out)
        try:
            out.append(i)
        except BufferError as error:
            print(error)
    view.release()
    out.append(9)
    return out


class Writer:
    def __init__(self):
        self.data = bytearray()

    def write(self, values):
        for value in values:
            self.data.append(value & 255)
            if value == 3:
                self.data = []


made = fill(1000)
print(len(made), made[:20], sum(made))
print(wrong([1, 255, 256, -1, 2**70, True, "a", 1.5, Index(65), None]))
print(numbers([0, 1, 255, 256, 300, -1, 2**62, 7]))
print(exported())
writer = Writer()
writer.write(range(10))
print(writer.data)
