def pairwise(it):
    it = iter(it)
    a = next(it, None)
    for b in it:
        yield a, b
        a = b
def batched(it, n):
    it = iter(it)
    while batch := [x for _, x in zip(range(n), it)]: yield tuple(batch)
def interleave(*its):
    its = [iter(i) for i in its]
    while its:
        for i in its[:]:
            try: yield next(i)
            except StopIteration: its.remove(i)
print(list(pairwise([1, 2, 3, 4])), list(pairwise([])), list(batched("abcdefg", 3)), list(interleave("abc", [1], "xy")))
