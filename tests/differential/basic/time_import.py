import time
t = time.time()
print(t > 0, time.perf_counter() >= 0)
