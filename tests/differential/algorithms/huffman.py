import heapq
def codes(text):
    freq = {}
    for c in text:
        freq[c] = freq.get(c, 0) + 1
    heap = [(n, i, c) for i, (c, n) in enumerate(sorted(freq.items()))]
    heapq.heapify(heap)
    i = len(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (a[0] + b[0], i, (a[2], b[2])))
        i += 1
    table = {}
    def walk(node, prefix):
        if isinstance(node, tuple):
            walk(node[0], prefix + "0")
            walk(node[1], prefix + "1")
        else:
            table[node] = prefix or "0"
    walk(heap[0][2], "")
    return table
for text in ("abracadabra", "aaaa", "she sells sea shells", "日本日本語"):
    t = codes(text)
    bits = "".join(t[c] for c in text)
    back, code, inverse = "", "", {v: k for k, v in t.items()}
    for b in bits:
        code += b
        if code in inverse:
            back += inverse[code]
            code = ""
    print(dict(sorted(t.items())), len(bits), back == text)
def lzw(data):
    table = {bytes([i]): i for i in range(256)}
    w, out = b"", []
    for c in data:
        wc = w + bytes([c])
        if wc in table:
            w = wc
        else:
            out.append(table[w])
            table[wc] = len(table)
            w = bytes([c])
    return out + [table[w]] if w else out
print(lzw(b"TOBEORNOTTOBEORTOBEORNOT"), lzw(b""), lzw(b"aaaaaaaa"))
