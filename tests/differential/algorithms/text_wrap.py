TEXT = "It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness, it was the epoch of belief, it was the epoch of incredulity."
def wrap(text, width):
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    if line:
        yield line
def justify(line, width):
    words = line.split()
    if len(words) == 1:
        return line.ljust(width)
    gaps = width - sum(map(len, words))
    each, extra = divmod(gaps, len(words) - 1)
    return "".join(w + " " * (each + (i < extra)) for i, w in enumerate(words[:-1])) + words[-1]
for width in (20, 33, 60):
    lines = list(wrap(TEXT, width))
    for l in lines:
        print(f"|{justify(l, width)}|")
    print(max(map(len, lines)), len(lines))
print(list(wrap("", 10)), list(wrap("averyveryverylongword and more", 8)))
box = list(wrap(TEXT[:60], 18))
print("+" + "-" * 20 + "+")
for l in box:
    print("| " + l.center(18) + " |")
print("+" + "=" * 20 + "+")
