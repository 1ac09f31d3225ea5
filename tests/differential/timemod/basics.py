import time
t0 = time.time()
p0 = time.perf_counter()
m0 = time.monotonic()
time.sleep(0.01)
print(time.time() > t0, time.perf_counter() - p0 >= 0.009, time.monotonic() >= m0 + 0.009, isinstance(time.time(), float), isinstance(time.time_ns(), int), isinstance(time.perf_counter_ns(), int), isinstance(time.monotonic_ns(), int), time.process_time() >= 0, t0 > 1.6e9)
a = [time.perf_counter() for _ in range(100)]
print(a == sorted(a), time.time_ns() > 10**18)
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: time.sleep(0))
attempt(lambda: time.sleep(-1))
attempt(lambda: time.sleep("a"))
attempt(lambda: time.sleep())
attempt(lambda: time.time(1))
