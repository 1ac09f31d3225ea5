import gc
print(gc.isenabled())
gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.isenabled(), isinstance(gc.get_count(), tuple), isinstance(gc.get_threshold(), tuple))
class Big:
    alive = 0
    def __init__(self): Big.alive += 1; self.me = self
    def __del__(self): Big.alive -= 1
for i in range(2000):
    Big()
gc.collect()
print(Big.alive)
gc.disable()
for i in range(100): Big()
print(Big.alive)
gc.collect()
print(Big.alive)
gc.enable()
print(gc.collect(), gc.collect(0), gc.collect(1), gc.collect(2), gc.garbage)
try:
    gc.collect(5)
except ValueError as e:
    print(e)
