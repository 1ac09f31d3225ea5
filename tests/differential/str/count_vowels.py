text = "The quick brown fox jumps over the lazy dog"
print(sum(c in "aeiou" for c in text), {v: text.count(v) for v in "aeiou"}, [w for w in text.split() if w[0] in "aeiouAEIOU"], max(text.split(), key=len), len(set(text.lower()) - {" "}) == 26)
