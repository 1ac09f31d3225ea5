class Temporary(Exception): pass
def retry(times, *kinds):
    def deco(f):
        def g(*a):
            for n in range(1, times + 1):
                try:
                    return f(*a)
                except kinds as e:
                    print(f"try {n}: {e}")
                    last = e
            raise RuntimeError(f"{f.__name__} failed {times} times") from last
        return g
    return deco
calls = 0
@retry(3, Temporary, KeyError)
def flaky(limit):
    global calls
    calls += 1
    if calls < limit: raise Temporary(f"call {calls}")
    return calls
print(flaky(3))
calls = 0
try:
    flaky(10)
except RuntimeError as e:
    print(e, repr(e.__cause__), e.__cause__ is e.__context__)
@retry(2, Temporary)
def wrong(): raise ValueError("other")
try:
    wrong()
except ValueError as e:
    print(e)
