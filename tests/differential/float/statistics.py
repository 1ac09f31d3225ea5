def mean(x): return sum(x) / len(x)
def median(x):
    s = sorted(x); m = len(s) // 2
    return s[m] if len(s) % 2 else (s[m - 1] + s[m]) / 2
def stdev(x):
    m = mean(x)
    return (sum((v - m) ** 2 for v in x) / (len(x) - 1)) ** 0.5
for data in ([1, 2, 3, 4], [2.5, 0.5, 9.0], [5, 5, 5], list(range(100))):
    print(mean(data), median(data), round(stdev(data), 9), max(data) - min(data))
try:
    mean([])
except ZeroDivisionError as e:
    print(e)
