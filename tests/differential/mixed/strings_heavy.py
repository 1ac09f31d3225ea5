text = "".join(chr(97 + (i * 7) % 26) for i in range(500))
counts = sorted({c: text.count(c) for c in set(text)}.items())
print(len(text), counts[:5], text[:30], text[::50], text.find("xyz"), text.index("ov"))
acc = ""
for i, c in enumerate(text):
    if i % 3 == 0: acc += c.upper()
    elif i % 3 == 1: acc = c + acc
    else: acc = acc[:len(acc) // 2] + "-" + acc[len(acc) // 2:]
print(len(acc), acc[:20], acc[-20:], acc.count("-"))
words = [text[i:i + 4] for i in range(0, 100, 4)]
print(" ".join(words), max(words), min(words), len(set(words)), sorted(words)[:3], words.index(max(words)))
s = "a" * 1000
t = s.replace("a", "bc", 500)
print(len(t), t.count("b"), t[:4], t[-4:], t.rfind("c"), (s + t).startswith(s), s in s * 2, hash(s) == hash("a" * 1000))
u = "é日🎉" * 100
print(len(u), len(u.encode()), u[0], u[101], u[299], u[-1], u[150:153], u.count("日"), u.index("🎉", 200), u[::-1][:3], u.upper()[:3], u.replace("日", "x")[:5])
for n in (1, 10, 100, 1000):
    x = str(n) * n
    print(n, len(x), x[:5], x.isdigit(), int(x[:15]))
lines = "\n".join(f"{i}:{i * i}" for i in range(20))
table = dict(l.split(":") for l in lines.splitlines())
print(table["7"], sum(map(int, table.values())), len(lines), lines.count("\n"))
print("".join(map(chr, range(32, 127))), "".join(filter(str.isalnum, map(chr, range(200)))))
import sys
buf = []
for i in range(300): buf.append("%d,%s;" % (i, "x" * (i % 5)))
joined = "".join(buf)
print(len(joined), joined[-30:], joined.split(";")[100], joined.partition(",")[2][:10])
