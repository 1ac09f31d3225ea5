"""Texts and containers of some size, sorting, heaps, large ints, files, algorithms. usage: algorithms.py N [NAME...]"""
import math, heapq, bisect

from timing import run

TEXT = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod\n" * 2000

UTEXT = "Größe naïve café – 漢字 ipsum\n" * 2000


def do_find(n):
    s = 0
    for i in range(n // 1000):
        s += TEXT.find("xyz") + TEXT.count("sit")
    return s


def do_splitlines(n):
    s = 0
    for i in range(n // 10000):
        for l in TEXT.splitlines():
            s += len(l)
    return s


def do_splitbig(n):
    s = 0
    for i in range(n // 10000):
        s += len(TEXT.split(" ")) + len(TEXT.split())
    return s


def do_replacebig(n):
    s = 0
    for i in range(n // 5000):
        s += len(TEXT.replace("sit", "stand").replace(" ", ""))
    return s


def do_upper(n):
    s = 0
    for i in range(n // 5000):
        s += len(TEXT.upper().lower().title())
    return s


def do_ureplace(n):
    s = 0
    for i in range(n // 5000):
        s += len(UTEXT.replace("é", "e")) + UTEXT.count("ï") + UTEXT.find("zz")
    return s


def do_uindex(n):
    s = 0
    for i in range(n):
        s += ord(UTEXT[i % 50000])
    return s


def do_uiter(n):
    s = 0
    for i in range(n // 50000):
        for c in UTEXT:
            s += c > "z"
    return s


def do_rev(n):
    s = 0
    for i in range(n // 10000):
        s += len(TEXT[::-1]) + (TEXT[5:90000] == TEXT[6:90001])
    return s


def do_joinbig(n):
    ws = TEXT.split()
    s = 0
    for i in range(n // 10000):
        s += len(" ".join(ws))
    return s


def do_sortints(n):
    s = 0
    for k in range(3):
        a = [(i * 7919 + k) % 1000003 for i in range(n)]
        a.sort()
        s += a[5]
    return s


def do_sortfloats(n):
    a = [i * 7919 % 1000003 / 7 for i in range(n)]
    return sorted(a)[3]


def do_sortstr(n):
    a = [str(i * 7919 % 1000003) for i in range(n)]
    a.sort()
    return a[3]


def do_sortrev(n):
    a = [i * 7919 % 1000003 for i in range(n)]
    return sorted(a, key=lambda x: -x)[1] + sorted(a, reverse=True)[2]


def do_heap(n):
    h = []
    for i in range(n):
        heapq.heappush(h, i * 7919 % 10007)
    s = 0
    for i in range(n):
        s = s * 3 + heapq.heappop(h) & 65535
    return s


def do_heaptuple(n):
    h = []
    for i in range(n // 2):
        heapq.heappush(h, (i * 7919 % 10007, i, "x"))
    s = 0
    while h:
        s = s * 3 + heapq.heappop(h)[1] & 65535
    return s


def do_bisect(n):
    a = list(range(0, 100000, 3))
    s = 0
    for i in range(n):
        s += bisect.bisect(a, i)
    return s


def do_bigfact(n):
    r = 1
    for i in range(1, n // 200):
        r *= i
    return len(str(r)) if r.bit_length() < 10000 else r.bit_length()


def do_bigpow(n):
    return pow(3, n // 2) % 1000007


def do_bigdiv(n):
    a = 7 ** (n // 20)
    s = 0
    while a:
        a, r = divmod(a, 10 ** 9)
        s += r
    return s


def do_bigstr(n):
    return len(str(7 ** (n // 100)))


def do_pidigits(n):
    q, r, t, k, m, x = (1, 0, 1, 1, 3, 3)
    out = 0
    for _ in range(n // 250):
        while not 4 * q + r - t < m * t:
            q, r, t, k, m, x = (q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2)
        out = (out * 10 + m) % 1000007
        q, r, m = (10 * q, 10 * (r - m * t), 10 * (3 * q + r) // t - 10 * m)
    return out


def do_fnv(n):
    h = 14695981039346656037
    for i in range(n):
        h = (h ^ i & 255) * 1099511628211 & 18446744073709551615
    return h


def do_xorshift(n):
    x = 88172645463325252
    for i in range(n):
        x ^= x << 13 & 18446744073709551615
        x ^= x >> 7
        x ^= x << 17 & 18446744073709551615
    return x


def do_crc(n):
    c = 4294967295
    for i in range(n // 8):
        c ^= i & 255
        for _ in range(8):
            c = c >> 1 ^ (3988292384 if c & 1 else 0)
    return c


def do_bytesops(n):
    b = bytearray(n)
    for i in range(n):
        b[i] = i * 7 & 255
    return sum(b) + b.count(7) + len(bytes(b).replace(b"\x07", b"ab")) + b.find(b"\xff\x06\r")


def do_bytestrans(n):
    t = bytes((i + 1 & 255 for i in range(256)))
    s = 0
    b = bytes(range(256)) * 40
    for i in range(n // 5000):
        s += b.translate(t)[3] + len(b.hex())
    return s


def do_memo2d(n):
    k = int(n ** 0.5)
    dp = [[0] * (k + 1) for _ in range(k + 1)]
    a = [i * 7 % 26 for i in range(k)]
    b = [i * 11 % 26 for i in range(k)]
    for i in range(1, k + 1):
        for j in range(1, k + 1):
            dp[i][j] = dp[i - 1][j - 1] + 1 if a[i - 1] == b[j - 1] else max(dp[i - 1][j], dp[i][j - 1])
    return dp[k][k]


def do_bfs(n):
    k = int(n ** 0.5)
    seen = {(0, 0)}
    front = [(0, 0)]
    d = 0
    while front:
        nxt = []
        for x, y in front:
            for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1)):
                p = (x + dx, y + dy)
                if 0 <= p[0] < k and 0 <= p[1] < k and (p not in seen):
                    seen.add(p)
                    nxt.append(p)
        front = nxt
        d += 1
    return d


def do_graph(n):
    g = {i: [(i * 3 + 1) % 1000, (i * 7 + 2) % 1000] for i in range(1000)}
    s = 0
    for r in range(n // 2000):
        st = [r % 1000]
        seen = set()
        while st:
            u = st.pop()
            if u in seen:
                continue
            seen.add(u)
            st.extend(g[u])
        s += len(seen)
    return s


def do_wordfreq(n):
    d = {}
    for i in range(max(1, n // 25000)):
        for w in TEXT.lower().split():
            d[w] = d.get(w, 0) + 1
    return sorted(d.items(), key=lambda kv: (-kv[1], kv[0]))[0]


def do_csv(n):
    line = "1,alice,3.5,true,x"
    s = 0.0
    for i in range(n // 4):
        p = line.split(",")
        s += int(p[0]) + float(p[2]) + len(p[1])
    return s


def do_linklist(n):

    class L:
        __slots__ = ("v", "n")

        def __init__(s, v, n):
            s.v = v
            s.n = n
    h = None
    for i in range(n):
        h = L(i, h)
    s = 0
    while h:
        s += h.v
        h = h.n
    return s


def do_bst(n):

    class T:

        def __init__(s, k):
            s.k = k
            s.l = None
            s.r = None
    root = T(50000)
    for i in range(n // 10):
        k = i * 7919 % 100003
        t = root
        while True:
            if k < t.k:
                if t.l is None:
                    t.l = T(k)
                    break
                t = t.l
            else:
                if t.r is None:
                    t.r = T(k)
                    break
                t = t.r
    return root.l.k


def do_perm(n):

    def perm(a, i, out):
        if i == len(a):
            out.append(tuple(a))
            return
        for j in range(i, len(a)):
            a[i], a[j] = (a[j], a[i])
            perm(a, i + 1, out)
            a[i], a[j] = (a[j], a[i])
    out = []
    perm(list(range(7)), 0, out)
    return len(out) * (n // n)


def do_collatz(n):
    best = 0
    for i in range(1, n // 50):
        c = 0
        x = i
        while x != 1:
            x = x // 2 if x % 2 == 0 else 3 * x + 1
            c += 1
        if c > best:
            best = c
    return best


def do_mathfn(n):
    s = 0.0
    for i in range(n):
        s += math.sin(i) * math.sqrt(i) + math.floor(i / 3) + math.hypot(i, 2)
    return round(s, 3)


def do_round(n):
    s = 0
    for i in range(n):
        s += round(i / 7, 2) + round(i / 3)
    return s


def do_strcmp(n):
    ws = TEXT.split()[:1000]
    s = 0
    for i in range(n // 1000):
        for a, b in zip(ws, ws[1:]):
            s += a < b
    return s


def do_dictupdate(n):
    a = {i: i for i in range(50)}
    b = {i: -i for i in range(25, 75)}
    s = 0
    for i in range(n // 50):
        s += len({**a, **b}) + len(a | b)
        c = dict(a)
        c.update(b)
        s += c[30]
    return s


def do_enumdict(n):
    d = {"k%d" % i: i for i in range(100)}
    s = 0
    for i in range(n // 100):
        for j, k in enumerate(d):
            s += j * d[k]
        s += sum(d.values()) + max(d.values()) + len(sorted(d))
    return s


def do_listops(n):
    a = list(range(1000))
    s = 0
    for i in range(n // 1000):
        b = [x + y for x, y in zip(a, reversed(a))]
        s += sum(b[::3]) + max(b) + (500 in b)
        b *= 2
        del b[10:20]
        b.insert(3, 4)
        s += len(b + a)
    return s


def do_print(n):
    out = open("/dev/null", "w")
    for i in range(n):
        print("line", i, i * 0.5, file=out)
    for i in range(n):
        out.write(f"{i}\n")
    out.close()
    return 0


def do_readfile(n):
    with open("lines.txt", "w") as f:
        for i in range(n):
            f.write(f"{i} some text here {i * 3}\n")
    s = 0
    with open("lines.txt") as f:
        for l in f:
            p = l.split()
            s += int(p[0]) + len(p)
    return s


def do_matlist(n):
    k = 60
    a = [[float(i * j % 7) for j in range(k)] for i in range(k)]
    b = [list(r) for r in zip(*a)]
    c = [[sum([x * y for x, y in zip(r, q)]) for q in b] for r in a]
    return c[5][6]


def do_state(n):
    st = "a"
    s = 0
    for i in range(n):
        if st == "a":
            st = "b" if i % 3 else "c"
        elif st == "b":
            st = "c"
            s += 1
        else:
            st = "a"
            s += 2
    return s


def do_lru(n):
    c = {}
    s = 0
    for i in range(n):
        k = i * 7919 % 300
        if k in c:
            v = c.pop(k)
            c[k] = v
            s += 1
        else:
            if len(c) >= 200:
                del c[next(iter(c))]
            c[k] = i
    return s


def do_strbuild(n):
    o = []
    for i in range(n):
        o.append(chr(97 + i % 26) if i % 5 else " ")
    return len("".join(o))


def do_ints_to_str(n):
    s = 0
    for i in range(n):
        s += sum((int(c) for c in str(i)))
    return s


def do_palin(n):
    c = 0
    for i in range(n):
        t = str(i)
        if t == t[::-1]:
            c += 1
    return c


def do_romans(n):
    T = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
         (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    s = 0
    for i in range(1, n // 10):
        r = ""
        x = i % 3999
        for v, t in T:
            while x >= v:
                r += t
                x -= v
        s += len(r)
    return s


if __name__ == "__main__":
    run([do_find, do_splitlines, do_splitbig, do_replacebig, do_upper, do_ureplace, do_uindex, do_uiter,
         do_rev, do_joinbig, do_sortints, do_sortfloats, do_sortstr, do_sortrev, do_heap, do_heaptuple,
         do_bisect, do_bigfact, do_bigpow, do_bigdiv, do_bigstr, do_pidigits, do_fnv, do_xorshift,
         do_crc, do_bytesops, do_bytestrans, do_memo2d, do_bfs, do_graph, do_wordfreq, do_csv,
         do_linklist, do_bst, do_perm, do_collatz, do_mathfn, do_round, do_strcmp, do_dictupdate,
         do_enumdict, do_listops, do_print, do_readfile, do_matlist, do_state, do_lru, do_strbuild,
         do_ints_to_str, do_palin, do_romans])
