def knapsack(items, capacity):
    table = [[0] * (capacity + 1) for _ in range(len(items) + 1)]
    for i, (name, weight, value) in enumerate(items, 1):
        for c in range(capacity + 1):
            table[i][c] = table[i - 1][c]
            if weight <= c:
                table[i][c] = max(table[i][c], table[i - 1][c - weight] + value)
    chosen, c = [], capacity
    for i in range(len(items), 0, -1):
        if table[i][c] != table[i - 1][c]:
            chosen.append(items[i - 1][0])
            c -= items[i - 1][1]
    return table[-1][-1], chosen[::-1]
items = [("map", 9, 150), ("compass", 13, 35), ("water", 153, 200), ("sandwich", 50, 160), ("tin", 68, 45), ("banana", 27, 60), ("cheese", 23, 30), ("camera", 32, 30)]
for capacity in (0, 10, 60, 150, 300):
    print(capacity, knapsack(items, capacity))
def coins(amount, kinds):
    ways = [1] + [0] * amount
    fewest = [0] + [float("inf")] * amount
    for k in kinds:
        for a in range(k, amount + 1):
            ways[a] += ways[a - k]
            fewest[a] = min(fewest[a], fewest[a - k] + 1)
    return ways[amount], fewest[amount]
print(coins(100, [1, 5, 10, 25, 50]), coins(7, [2, 4]), coins(0, [1]), coins(200, [1, 2, 5, 10, 20, 50, 100, 200]))
