"""A dict whose first items are taken out again and again, and its last ones."""
cache, order = {}, []
for i in range(3000):
    key = i * 7919 % 300
    if key in cache:
        cache[key] = cache.pop(key)
    else:
        if len(cache) >= 100:
            oldest = next(iter(cache))
            order.append(oldest)
            del cache[oldest]
        cache[key] = i
print(len(cache), sum(order) % 1000, list(cache)[:5], list(reversed(cache))[:5])

d = dict.fromkeys(range(40))
for i in range(10, 30):
    del d[i]
print(list(d), next(iter(d)))
while len(d) > 8:
    print(d.popitem(), next(iter(d)), end=" ")
print(list(d))
for i in range(5):
    del d[i]
print(next(iter(d)), list(d))
d[100] = d[101] = 1
print(next(iter(d)), list(d), d.popitem(), d.popitem(), list(d))
for i in (5, 6, 7):
    del d[i]
print(list(d), d)
d["new"] = 1
d["newer"] = 2
print(list(d), next(iter(d.items())))

# Taken out while an iterator stands in between.
d = dict.fromkeys(range(10))
it = iter(d)
print(next(it), next(it))
del d[2], d[3]
d["a"] = d["b"] = 0
print(list(it))
d = dict.fromkeys(range(6))
it = iter(d)
next(it)
del d[1]
try:
    next(it)
except RuntimeError as error:
    print(error)
print(next(iter({1: 2} | {})), {**{}, **{"x": 1}})
