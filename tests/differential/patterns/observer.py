class Event:
    def __init__(self):
        self.handlers = []
    def __iadd__(self, h):
        self.handlers.append(h)
        return self
    def __isub__(self, h):
        self.handlers.remove(h)
        return self
    def __call__(self, *a, **k):
        return [h(*a, **k) for h in list(self.handlers)]
class Button:
    def __init__(self, name):
        self.name = name
        self.clicked = Event()
    def click(self):
        return self.clicked(self.name)
class Counter:
    def __init__(self):
        self.n = 0
    def on_click(self, name):
        self.n += 1
        return f"{name}#{self.n}"
b, c = Button("ok"), Counter()
b.clicked += c.on_click
b.clicked += str.upper
b.clicked += lambda n: n[::-1]
print(b.click(), b.click(), c.n)
b.clicked -= c.on_click
print(b.click(), c.n)
try:
    b.clicked -= c.on_click
except ValueError as e:
    print(e)
def once(event, h):
    def wrapper(*a):
        nonlocal event
        event -= wrapper
        return h(*a)
    event += wrapper
once(b.clicked, lambda n: "once")
print(b.click(), b.click())
