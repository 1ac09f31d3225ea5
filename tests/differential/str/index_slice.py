def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
for s in ("hello", "héllo", "日本語テキスト", "a🎉b🎊c", ""):
    print(ascii(s), len(s), [s[i:i+2] for i in range(-len(s) - 1, len(s) + 1)])
    print(s[::-1], s[::2], s[1::2], s[-2:], s[:-2], s[2:1], s[10:], s[:100], s[-100:2], s[::-2], s[3:0:-1], s[None:None:None])
    print([c for c in s], list(reversed(s)), list(enumerate(s)))
abc = "abc"
attempt(lambda: "abc"[3])
attempt(lambda: "abc"[-4])
attempt(lambda: ""[0])
attempt(lambda: "日本"[2])
attempt(lambda: abc["a"])
attempt(lambda: abc[1.0])
attempt(lambda: abc[None])
attempt(lambda: "abc"[::0])
attempt(lambda: "abc"["a":])
attempt(lambda: abc[1, 2])
attempt(lambda: "abc"[10**30])
attempt(lambda: "abc"[:10**30])
attempt(lambda: "abc"[True])
def assign():
    s = "abc"
    s[0] = "x"
def delete():
    s = "abc"
    del s[0]
attempt(assign)
attempt(delete)
long = "".join(chr(0x3b1 + i % 25) for i in range(2000))
print(long[0], long[1000], long[1999], long[-1], long[500:510], long[1995:], sum(ord(c) for c in long), long[::500])
