n = 10
while n > 0:
    n -= 3
    if n == 4: continue
    print(n, end=" ")
else:
    print("lift off", n)
a, b = 1000, 1
while a > b:
    a //= 2; b *= 2
print(a, b)
x = 27; steps = peak = 0
while x != 1:
    x = 3 * x + 1 if x & 1 else x >> 1
    steps += 1; peak = max(peak, x)
print(steps, peak)
guess, lo, hi, tries = 77, 1, 100, []
while lo <= hi:
    mid = (lo + hi) // 2
    tries.append(mid)
    if mid == guess: break
    if mid < guess: lo = mid + 1
    else: hi = mid - 1
print(tries)
