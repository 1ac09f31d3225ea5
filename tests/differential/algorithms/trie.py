class Trie:
    def __init__(self, words=()):
        self.root = {}
        self.count = 0
        for w in words:
            self.add(w)
    def add(self, word):
        node = self.root
        for ch in word:
            node = node.setdefault(ch, {})
        if None not in node:
            node[None] = word
            self.count += 1
    def _find(self, prefix):
        node = self.root
        for ch in prefix:
            if ch not in node:
                return None
            node = node[ch]
        return node
    def __contains__(self, word):
        node = self._find(word)
        return node is not None and None in node
    def __len__(self):
        return self.count
    def __iter__(self):
        return self.starting("")
    def starting(self, prefix):
        def walk(node):
            if None in node:
                yield node[None]
            for ch in sorted(k for k in node if k is not None):
                yield from walk(node[ch])
        node = self._find(prefix)
        if node is not None:
            yield from walk(node)
t = Trie("car card care cat dog do door cart café".split() + ["car"])
print(len(t), list(t), list(t.starting("car")), list(t.starting("do")), list(t.starting("x")), "car" in t, "ca" in t, "café" in t, "" in t)
t.add("")
print("" in t, list(t)[:3])
