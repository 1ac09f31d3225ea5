values = [0, 1, -1, 2**49, 2**49 - 1, -2**49, 2**63, 10**30, -10**30, 1.0, -1.5, 1e30, float("inf"), float("-inf"), True, False]
for a in values:
    print(a, [a < b for b in values].count(True), [a <= b for b in values].count(True), [a == b for b in values].count(True),
          [a != b for b in values].count(True), [a > b for b in values].count(True), [a >= b for b in values].count(True))
print(sorted(values[:8]))
nan = float("nan")
print(1 < nan, 1 > nan, 1 == nan, 1 != nan, 10**30 < nan, nan == nan, nan != nan)
print(2**53 == float(2**53), 2**53 + 1 == float(2**53), 2**53 + 1 > float(2**53), 10**400 > 1e308, -10**400 < -1e308)
print(1 == True, 0 == False, 1 == 1.0, 1 == 1 + 0j, hash(1) == hash(1.0) == hash(True))
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: 1 < "a")
attempt(lambda: 1 >= None)
attempt(lambda: 10**30 > [])
attempt(lambda: 1 <= 2j)
attempt(lambda: () > 5)
attempt(lambda: 1 == "1")
attempt(lambda: 1 != None)
attempt(lambda: 1 < 2 < 3 < 3)
attempt(lambda: 1 < 2 > 0 != 5)
