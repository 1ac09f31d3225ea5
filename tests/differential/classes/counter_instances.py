class Track:
    live, total, log = 0, 0, []
    def __init__(self, n): type(self).live += 1; Track.total += 1; self.n = n; Track.log.append(f"+{n}")
    def __del__(self): type(self).live -= 1; Track.log.append(f"-{self.n}")
class Sub(Track):
    live = 0
a, b, c = Track("a"), Sub("b"), Sub("c")
print(Track.live, Sub.live, Track.total)
del b
a = None
print(Track.live, Sub.live, Track.log)
c = Track("d")
print(Track.live, Sub.live, Track.log[-2:])
