# args: 500
# count: 3000
"""Strings and dicts: words of a generated text counted. usage: word_count.py [LINES]"""
import sys

SYLLABLES = "ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu".split()


def text(lines):
    seed = 42
    for _ in range(lines):
        words = []
        for _ in range(12):
            seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
            word = SYLLABLES[seed >> 8 & 15] + SYLLABLES[(seed >> 16) % 30]
            if seed & 64:
                word = word.capitalize()
            if seed & 128:
                word += SYLLABLES[seed >> 20 & 7]
            words.append(word)
        yield " ".join(words) + "."


def main():
    lines = int(sys.argv[1]) if len(sys.argv) > 1 else 180000
    counts = {}
    letters = 0
    for line in text(lines):
        for word in line.lower().replace(".", " ").split():
            counts[word] = counts.get(word, 0) + 1
            letters += len(word)
    top = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:10]
    for word, count in top:
        print(f"{word:10}{count:8}")
    print(len(counts), sum(counts.values()), letters)


if __name__ == "__main__":
    main()
