def digits(n): return [int(d) for d in str(abs(n))]
for n in (0, 7, 123, -4567, 10**20 + 1):
    d = digits(n)
    print(n, d, sum(d), len(d), int("".join(map(str, d[::-1]))), max(d) - min(d))
print([n for n in range(1, 2000) if n == sum(d ** len(str(n)) for d in digits(n))])
print([n for n in range(10, 300) if str(n) == str(n)[::-1]][:10], sum(n for n in range(1000) if n % 3 == 0 or n % 5 == 0))
