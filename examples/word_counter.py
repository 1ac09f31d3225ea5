# stdin-file: texts/american_documents.txt
"""Counts the words of a text, and what else can be counted in it. Reads standard input.

usage: word_counter.py [HOW_MANY] < text
"""
import sys

STOP_WORDS = set("a all an and any are as at be been by for from has have he his in is it its nor of on or our "
                 "shall should such that the their them these they this to too us was we which with".split())


def words_of(line):
    """The words of a line: letters, with apostrophes and hyphens inside."""
    word = []
    for ch in line + " ":
        if ch.isalpha() or (ch in "'-" and word and word[-1].isalpha()):
            word.append(ch)
        elif word:
            yield "".join(word).rstrip("'-").lower()
            word = []


class Counter(dict):
    def __missing__(self, key):
        return 0

    def add(self, items):
        for item in items:
            self[item] += 1
        return self

    def most_common(self, n=None):
        ranked = sorted(self.items(), key=lambda pair: (-pair[1], pair[0]))
        return ranked[:n] if n is not None else ranked

    def total(self):
        return sum(self.values())


class Statistics:
    def __init__(self):
        self.lines = 0
        self.characters = 0
        self.words = Counter()
        self.letters = Counter()
        self.lengths = Counter()
        self.pairs = Counter()
        self.first_seen = {}
        self.longest_line = ""

    def feed(self, line):
        self.lines += 1
        self.characters += len(line)
        words = list(words_of(line))
        self.words.add(words)
        self.lengths.add(map(len, words))
        self.letters.add(ch for ch in line.lower() if ch.isalpha())
        self.pairs.add(zip(words, words[1:]))
        for word in words:
            self.first_seen.setdefault(word, self.lines)
        if len(line) > len(self.longest_line):
            self.longest_line = line

    def report(self, top):
        total = self.words.total()
        print(f"{self.lines} lines, {total} words, {self.characters} characters, {len(self.words)} different words")
        print(f"a word has {sum(n * c for n, c in self.lengths.items()) / total:.3f} letters on average")
        print(f"the longest line has {len(self.longest_line)} characters: {self.longest_line[:40]!r}...")
        print("\nmost common words")
        for rank, (word, count) in enumerate(self.words.most_common(top), 1):
            bar = "#" * round(count * 40 / self.words.most_common(1)[0][1])
            print(f"{rank:3}. {word:<12}{count:5} {count / total:6.2%} {bar}")
        print("\nwithout stop words")
        meaningful = [(w, c) for w, c in self.words.most_common() if w not in STOP_WORDS]
        print(", ".join(f"{w} {c}" for w, c in meaningful[:top * 2]))
        print("\nletters")
        letters = self.letters.total()
        print(" ".join(f"{ch}:{n / letters:.1%}" for ch, n in self.letters.most_common()))
        print("\nlengths")
        for length in sorted(self.lengths):
            print(f"{length:2} {self.lengths[length]:4} {'*' * (self.lengths[length] // 8)}")
        print("\npairs of words:", [f"{a} {b} ({n})" for (a, b), n in self.pairs.most_common(top)])
        once = sorted(w for w, c in self.words.items() if c == 1)
        print(f"\n{len(once)} words occur once; the longest: {sorted(once, key=lambda w: (-len(w), w))[:5]}")
        print("anagrams:", anagrams(self.words)[:8])
        print("last to appear:", max(self.first_seen.items(), key=lambda p: (p[1], p[0])))


def anagrams(words):
    groups = {}
    for word in sorted(words):
        if len(word) > 3:
            groups.setdefault("".join(sorted(word)), []).append(word)
    return sorted((g for g in groups.values() if len(g) > 1), key=lambda g: (-len(g), g))


def main():
    top = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    statistics = Statistics()
    for line in sys.stdin:
        statistics.feed(line.rstrip("\n"))
    if not statistics.words:
        sys.exit("word_counter: there are no words")
    statistics.report(top)


if __name__ == "__main__":
    main()
