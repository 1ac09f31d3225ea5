n = 1000
print(sum(range(n + 1)) == n * (n + 1) // 2, sum(i * i for i in range(n + 1)) == n * (n + 1) * (2 * n + 1) // 6, sum(i ** 3 for i in range(n + 1)) == (n * (n + 1) // 2) ** 2)
print(sum((-1) ** i * i for i in range(101)), sum(2 ** i for i in range(100)) == 2 ** 100 - 1, sum(range(0)), sum(range(10, 0, -3)))
