class Editor:
    def __init__(self): self.text, self.done, self.undone = "", [], []
    def _do(self, action, undo):
        action()
        self.done.append((action, undo))
        self.undone.clear()
        return self
    def insert(self, at, s):
        def do(): self.text = self.text[:at] + s + self.text[at:]
        def undo(): self.text = self.text[:at] + self.text[at + len(s):]
        return self._do(do, undo)
    def delete(self, at, n):
        cut = self.text[at:at + n]
        def do(): self.text = self.text[:at] + self.text[at + n:]
        def undo(): self.text = self.text[:at] + cut + self.text[at:]
        return self._do(do, undo)
    def undo(self):
        if not self.done: return False
        pair = self.done.pop()
        pair[1]()
        self.undone.append(pair)
        return True
    def redo(self):
        if not self.undone: return False
        pair = self.undone.pop()
        pair[0]()
        self.done.append(pair)
        return True
e = Editor()
e.insert(0, "hello").insert(5, " world").delete(0, 1).insert(0, "J")
print(e.text)
states = []
while e.undo(): states.append(e.text)
print(states)
while e.redo(): states.append(e.text)
print(states[4:], e.undo(), e.text)
e.insert(0, ">")
print(e.redo(), e.text, len(e.done))
