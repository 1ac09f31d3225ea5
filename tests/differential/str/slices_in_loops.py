# Slices of strs by numbers that loops count.
def parts(text):
    out = []
    for i in range(-3, len(text) + 3):
        for j in range(-3, len(text) + 3):
            out.append(text[i:j])
        out.append(text[i:])
        out.append(text[:i])
    return out


def words(text):
    found, start, pos = [], 0, 0
    while pos < len(text):
        if text[pos] == " ":
            found.append(text[start:pos])
            start = pos + 1
        pos += 1
    found.append(text[start:])
    return found


for text in ("", "a", "hello", "gr\u00fc\u00dfe", "\U0001f600x\U0001f601", "a" * 12):
    result = parts(text)
    print(len(result), sorted(set(result)))
print(words("the quick  brown f\u00f6x"))
text = "".join(["ab", "cd"])


def same(text, low, high):
    for _ in range(3):
        whole = text[low:high]
    return whole is text


print(same(text, 0, 4), same(text, 0, 100), same(text, -4, 4), same(text, 1, 4))
big = 2**70
print(text[:big], text[-big:], text[big:], text[True:], text[None:2])
