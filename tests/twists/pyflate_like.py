# args: 300
# size: 15000
"""A buffer of bits that overflows, and bytes of other types. usage: pyflate_like.py [LINES]"""
import sys

from straight import pyflate_like as flate


class Lazy(flate.BitWriter):
    """Keeps its bits in one large int until the end."""

    def write(self, value, bits):
        self.buffer = self.buffer << bits | value
        self.count += bits

    def finish(self):
        self.write(0, -self.count % 8)
        return self.buffer.to_bytes(self.count // 8, "big")


def main():
    lines = int(sys.argv[1]) if len(sys.argv) > 1 else 15000
    late = lines * 9 // 10
    for n, make in ((late, flate.BitWriter), (max((lines - late) // 8, 1), Lazy)):
        flate.BitWriter = make
        text = flate.make_text(n)
        packed = flate.compress(text)
        again = flate.decompress(packed)
        print(len(text), len(packed), again == text, hex(flate.adler(packed)), hex(flate.adler(again)))
    text = flate.make_text(max(lines // 50, 1))
    for data in (bytearray(text), list(text), memoryview(text)):
        packed = flate.compress(data)
        print(flate.decompress(packed) == text, flate.adler(data))


if __name__ == "__main__":
    main()
