class Light:
    class State:
        def __init__(self, name, seconds):
            self.name, self.seconds = name, seconds
        def __repr__(self):
            return self.name
    RED, GREEN, YELLOW = State("red", 5), State("green", 4), State("yellow", 2)
    NEXT = {RED: GREEN, GREEN: YELLOW, YELLOW: RED}
    def __init__(self):
        self.state, self.left = self.RED, self.RED.seconds
    def tick(self):
        self.left -= 1
        if self.left == 0:
            self.state = self.NEXT[self.state]
            self.left = self.state.seconds
        return self.state
l = Light()
print([l.tick() for _ in range(14)])
def machine(rules, start):
    state = start
    while True:
        symbol = yield state
        try:
            state = rules[state][symbol]
        except KeyError:
            raise ValueError(f"no rule for {symbol!r} in {state!r}") from None
turnstile = {"locked": {"coin": "open", "push": "locked"}, "open": {"coin": "open", "push": "locked"}}
m = machine(turnstile, "locked")
print(next(m), [m.send(s) for s in "coin coin push push coin".split()])
try:
    m.send("kick")
except ValueError as e:
    print(e)
def accepts(text):
    state = {"start": lambda c: "int" if c.isdigit() else "sign" if c in "+-" else None, "sign": lambda c: "int" if c.isdigit() else None, "int": lambda c: "int" if c.isdigit() else "dot" if c == "." else None, "dot": lambda c: "frac" if c.isdigit() else None, "frac": lambda c: "frac" if c.isdigit() else None}
    s = "start"
    for c in text:
        s = state[s](c)
        if s is None:
            return False
    return s in ("int", "frac")
print([(t, accepts(t)) for t in ("1", "+12.5", "-", "1.", "a", "", "1.2.3", "007")])
