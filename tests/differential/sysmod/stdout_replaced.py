import sys
class Capture:
    def __init__(self): self.text = ""
    def write(self, s):
        self.text += s
        return len(s)
    def flush(self): pass
old = sys.stdout
sys.stdout = cap = Capture()
print("captured", 1, 2)
print("more", end="!")
sys.stdout = old
print(repr(cap.text))
class Tee:
    def __init__(self, *fs): self.fs = fs
    def write(self, s):
        for f in self.fs: f.write(s)
    def flush(self):
        for f in self.fs: f.flush()
sys.stdout = Tee(old, cap)
print("both")
sys.stdout = sys.__stdout__
print(repr(cap.text), sys.stdout is old)
class Bad: pass
sys.stdout = Bad()
try:
    print("x")
except AttributeError as e:
    sys.stdout = old
    print(e)
sys.stdout = None
print("goes nowhere")
sys.stdout = old
del sys.stdout
try:
    print("x")
except RuntimeError as e:
    sys.stdout = old
    print(e)
