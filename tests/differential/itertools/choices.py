from itertools import combinations, combinations_with_replacement, permutations, product
for make in (combinations, combinations_with_replacement, permutations):
    for r in range(5):
        made = list(make("abc", r))
        print(make.__name__, r, len(made), made)
    print(list(make([], 0)), list(make([], 1)), list(make((x for x in "ab"), r=2)))
print(list(permutations("abc")), list(permutations([1, 2, 3, 4]))[-3:], len(list(permutations(range(6), 4))))
print(list(permutations("ab", None)), list(permutations("abc", True)))
print(list(product()), list(product("ab")), list(product("ab", [1, 2])), list(product("ab", repeat=2)), list(product("ab", repeat=0)),
      list(product(1, 2, repeat=0)), list(product([], "ab")), list(product("ab", [])), list(product("a", repeat=3)))
print(len(list(product(range(3), repeat=5))), list(product(range(2), "xy", repeat=2))[5:9])
big = next(combinations(range(40), 30))
print(big, next(permutations(range(20)))[17:], next(product([1, 2], repeat=25)), next(combinations_with_replacement("z", 20)))
# Results are apart from each other, whoever keeps them.
it = combinations([[1], [2], [3]], 2)
kept = [next(it), next(it)]
kept[0][0].append(9)
print(kept, next(it), next(it, None), next(it, None))
last = None
for pair in product("ab", "cd"):
    print(pair, last, hash(pair) == hash(tuple(pair)))
    last = pair
print(iter(it) is it, it.__class__.__name__)
print(sum(a * b * c for a, b, c in combinations(range(30), 3)), sum(1 for _ in permutations(range(8))))
