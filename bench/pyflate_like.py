# args: 300
# count: 250
"""Bits and bytes: a text compressed with Huffman codes and a move-to-front list, and decompressed.

Work of the kind that gzip and bzip2 do, in plain Python. usage: pyflate_like.py [LINES]
"""
import heapq
import sys


class BitWriter:
    def __init__(self):
        self.data = bytearray()
        self.buffer = 0
        self.count = 0

    def write(self, value, bits):
        self.buffer = self.buffer << bits | value
        self.count += bits
        while self.count >= 8:
            self.count -= 8
            self.data.append(self.buffer >> self.count & 255)
        self.buffer &= (1 << self.count) - 1

    def finish(self):
        if self.count:
            self.write(0, 8 - self.count)
        return bytes(self.data)


class BitReader:
    def __init__(self, data):
        self.data = data
        self.place = 0
        self.buffer = 0
        self.count = 0

    def read(self, bits):
        while self.count < bits:
            self.buffer = self.buffer << 8 | self.data[self.place]
            self.place += 1
            self.count += 8
        self.count -= bits
        value = self.buffer >> self.count
        self.buffer &= (1 << self.count) - 1
        return value


def code_lengths(counts):
    heap = [(n, symbol, None, None) for symbol, n in sorted(counts.items())]
    heapq.heapify(heap)
    tick = 1000
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        tick += 1
        heapq.heappush(heap, (a[0] + b[0], tick, a, b))
    lengths = {}
    todo = [(heap[0], 0)]
    while todo:
        (_, symbol, left, right), depth = todo.pop()
        if left is None:
            lengths[symbol] = depth or 1
        else:
            todo += [(left, depth + 1), (right, depth + 1)]
    return lengths


def canonical(lengths):
    codes = {}
    code = last = 0
    for length, symbol in sorted((n, s) for s, n in lengths.items()):
        code <<= length - last
        codes[symbol] = code, length
        code += 1
        last = length
    return codes


def move_to_front(data):
    order = list(range(256))
    out = []
    for byte in data:
        i = order.index(byte)
        out.append(i)
        if i:
            del order[i]
            order.insert(0, byte)
    return out


def move_back(indices):
    order = list(range(256))
    out = bytearray()
    for i in indices:
        byte = order[i]
        out.append(byte)
        if i:
            del order[i]
            order.insert(0, byte)
    return bytes(out)


def compress(data):
    indices = move_to_front(data)
    counts = {}
    for i in indices:
        counts[i] = counts.get(i, 0) + 1
    lengths = code_lengths(counts)
    codes = canonical(lengths)
    out = BitWriter()
    out.write(len(data), 32)
    for symbol in range(256):
        out.write(lengths.get(symbol, 0), 5)
    for i in indices:
        out.write(*codes[i])
    return out.finish()


def decompress(packed):
    bits = BitReader(packed)
    size = bits.read(32)
    lengths = {}
    for symbol in range(256):
        n = bits.read(5)
        if n:
            lengths[symbol] = n
    table = {(length, code): symbol for symbol, (code, length) in canonical(lengths).items()}
    indices = []
    for _ in range(size):
        code = length = 0
        while True:
            code = code << 1 | bits.read(1)
            length += 1
            symbol = table.get((length, code))
            if symbol is not None:
                indices.append(symbol)
                break
    return move_back(indices)


def make_text(lines):
    words = "the a quick slow brown black fox dog cat jumps sleeps runs over under lazy happy tree house".split()
    seed = 99
    out = []
    for i in range(lines):
        line = []
        for _ in range(8):
            seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
            line.append(words[(seed >> 10) % len(words)])
        out.append(f"{i} " + " ".join(line))
    return "\n".join(out).encode()


def adler(data):
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def main():
    lines = int(sys.argv[1]) if len(sys.argv) > 1 else 15000
    text = make_text(lines)
    packed = compress(text)
    again = decompress(packed)
    print(len(text), len(packed), again == text, hex(adler(packed)), hex(adler(again)))


if __name__ == "__main__":
    main()
