s = "mississippi"
counts = {}
for c in s:
    counts[c] = counts.get(c, 0) + 1
print(counts, sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])))
print([(i, c) for i, c in enumerate(s) if c == "s"], list(zip(s, s[1:]))[:4], set(s) == {"m", "i", "s", "p"})
acc = ""
for i in range(50):
    acc += chr(97 + i % 26)
    if i % 10 == 9:
        acc += "\n"
print(acc)
other = acc
acc += "!"
print(len(other), len(acc), other is acc)
a, b, *c = "héllo"
print(a, b, c)
it = iter("ab")
print(next(it), next(it), next(it, "done"), type(it).__name__)
try:
    next(it)
except StopIteration as e:
    print("stop", e.args)
print("".join(sorted("python")), "".join(dict.fromkeys("mississippi")), max("python"), min("python"), list(map(ord, "abc")), list(map(str.upper, "abc")))
print("racecar" == "racecar"[::-1], [w[::-1] for w in "the quick brown".split()], " ".join(w.capitalize() for w in "the quick brown".split()))
def caesar(text, k):
    out = []
    for ch in text:
        if ch.isalpha():
            base = ord("A") if ch.isupper() else ord("a")
            out.append(chr((ord(ch) - base + k) % 26 + base))
        else:
            out.append(ch)
    return "".join(out)
print(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3))
