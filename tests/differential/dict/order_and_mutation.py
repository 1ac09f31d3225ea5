d = {}
for k in "hello world":
    d[k] = len(d)
print(d)
for k in list(d):
    if d[k] % 2:
        del d[k]
print(d, list(d.keys()), list(d.values()), list(d.items()))
d["h"] = "again"
d["new"] = 1
print(d, next(iter(d)), list(reversed(d)), list(reversed(d.items())), list(reversed(d.values())))
def attempt(f):
    try:
        f()
        print("fine")
    except Exception as e:
        print(type(e).__name__, e)
def grow():
    d = {1: 1}
    for k in d:
        d[k + 1] = 1
def shrink():
    d = {1: 1, 2: 2}
    for k in d:
        del d[k]
def change_values():
    d = {1: 1, 2: 2}
    for k in d:
        d[k] = 0
def swap():
    d = {1: 1, 2: 2, 3: 3}
    for k in d:
        d[k + 10] = d.pop(k)
        if k > 50:
            break
def grow_items():
    d = {1: 1}
    for k, v in d.items():
        d["x"] = v
def grow_after_end():
    d = {1: 1}
    it = iter(d)
    print(next(it))
    d[2] = 2
    print(next(it))
def clear_in_loop():
    d = {1: 1, 2: 2}
    for k in d.values():
        d.clear()
for f in (grow, shrink, change_values, grow_items, grow_after_end, clear_in_loop):
    attempt(f)
big = {i: i * i for i in range(1000)}
for i in range(0, 1000, 3):
    del big[i]
for i in range(0, 1000, 6):
    big[i] = -i
print(len(big), list(big)[:5], list(big)[-5:], sum(big.values()), big[500], big.get(3), 6 in big)
