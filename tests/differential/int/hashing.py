for n in (0, 1, -1, -2, 5, 2**31, 2**61 - 1, 2**61 - 2, 2**61, 2**61 + 5, -(2**61 - 1), 2**100, -2**100, 10**50):
    print(n, hash(n))
for x in (0.0, 1.0, -1.0, 0.5, 0.1, 1e100, 2.0**61, float("inf"), float("-inf")):
    print(x, hash(x))
print(hash(True), hash(False), hash(1 + 0j), hash(2j), hash(1 + 2j))
print(hash(()), hash((1,)), hash((1, 2)), hash((1, (2, 3))), hash((0.5, -1, 2**70)))
print(hash(frozenset()), hash(frozenset([1, 2, 3])), hash(range(5)), hash(range(0)), hash(None) == hash(None))
print(hash(""), hash("a"), hash("hello"), hash("é"), hash("日本"), hash(b"a"), hash(b""))
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: hash([]))
attempt(lambda: hash({}))
attempt(lambda: hash(set()))
attempt(lambda: hash(bytearray()))
attempt(lambda: hash(([],)))
attempt(lambda: {[]: 1})
attempt(lambda: {1: 2}[[]])
attempt(lambda: {[1]})
attempt(lambda: [] in {1: 2})
attempt(lambda: set([[]]))
attempt(lambda: hash(slice(1, 2)) == hash(slice(1, 2)))
