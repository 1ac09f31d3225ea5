text = "naïve café — 日本語 🎉👩‍👩‍👧 ñ ñ"
print(len(text), text, text.upper(), text.title())
for ch in text[:14]:
    print(ch, ord(ch), hex(ord(ch)), chr(ord(ch)) == ch)
combining = "e\u0301"
composed = "é"
print(combining, composed, combining == composed, len(combining), len(composed), combining.encode(), composed.encode(), combining < composed)
print([c for c in "👩‍👩‍👧"], len("👩‍👩‍👧"))
words = ["zebra", "Äpfel", "apple", "Zoo", "éclair", "eclair", "日", "🎉", "ß", "ss"]
print(sorted(words), sorted(words, key=str.lower), max(words), min(words))
print("a" < "b" < "é" < "日" < "🎉", "\uffff" < "\U00010000", "Z" < "a", "" < "a", "a" < "aa", "ab" > "aab")
print({c: text.count(c) for c in "aé ñ"})
print("".join(reversed("añ🎉")), "🎉" * 3, "日本" + "🎉", "x🎉"[1], "x🎉y"[2:], "🎉🎊🎈"[1:], "🎉🎊🎈"[::-1])
print(ord("a"), ord("é"), ord("日"), ord("🎉"), chr(97), chr(233), chr(0x65e5), chr(0x1F389), ascii(chr(0)), ascii(chr(0x10FFFF)))
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: chr(-1))
attempt(lambda: chr(0x110000))
attempt(lambda: chr(10**20))
attempt(lambda: chr("a"))
attempt(lambda: chr(1.0))
attempt(lambda: ord(""))
attempt(lambda: ord("ab"))
attempt(lambda: ord(5))
attempt(lambda: ord(b"a"))
attempt(lambda: ord(b"ab"))
